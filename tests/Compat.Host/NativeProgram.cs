using System.Runtime.InteropServices;

namespace Rustrt.Compat.Host;

/// <summary>A native program in the form of a shared library.</summary>
internal sealed unsafe class NativeProgram
{
    // rust_start drives the platform scheduler on the thread that called it: give it what a process's first thread has.
    private const int StackBytes = 8 << 20;

    private readonly string _name;
    private readonly nint _main;

    public NativeProgram(string path)
    {
        _name = Path.GetFileNameWithoutExtension(path);
        if (_name.StartsWith("lib", StringComparison.Ordinal)) _name = _name[3..];
        nint library = LibC.Open(Path.GetFullPath(path), out string reason);
        if (library == 0) throw new HostException($"cannot load the program {path}: {reason}");
        _main = LibC.Find(library, _name + "_main");
        if (_main == 0) throw new HostException($"{path} has no function {_name}_main");
    }

    /// <summary>Runs it on a thread of its own and returns its exit status.</summary>
    public int Run(IEnumerable<string> arguments)
    {
        byte** argv = ArgumentVector([_name, .. arguments], out int argc);
        int status = 0;
        Thread thread = new(() => status = ((delegate* unmanaged<int, byte**, int>)_main)(argc, argv), StackBytes) { Name = _name };
        thread.Start();
        thread.Join();
        return status & 255;
    }

    /// <summary>Lives as long as the process, as that of a real program does.</summary>
    private static byte** ArgumentVector(string[] words, out int argc)
    {
        byte** argv = (byte**)NativeMemory.AllocZeroed((nuint)words.Length + 1, (nuint)sizeof(byte*));
        for (int i = 0; i < words.Length; i++) argv[i] = (byte*)Marshal.StringToCoTaskMemUTF8(words[i]);
        argc = words.Length;
        return argv;
    }
}
