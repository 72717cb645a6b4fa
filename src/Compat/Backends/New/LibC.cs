using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Rustrt.Compat.Backends.New;

/// <summary>The C library, as the services use it.</summary>
/// <remarks>
/// The calls marked SuppressGCTransition must stay behind methods that are not inlined: the JIT adds a GC poll at the end
/// of a block with such a call, and inside an [UnmanagedCallersOnly] method that poll would come after the switch back to
/// native code and return to it in the wrong mode.
/// </remarks>
internal static unsafe partial class LibC
{
    /// <summary>Blocks up to this size never reach mmap, so the collector can wait for the call.</summary>
    private const nuint SmallBlock = 64 * 1024;

    /// <summary>calloc(1, size); null when out of memory.</summary>
    public static void* AllocateZeroed(nuint size) => size <= SmallBlock ? SmallCalloc(size) : Calloc(1, size);

    /// <summary>malloc(size); null when out of memory.</summary>
    public static void* Allocate(nuint size) => size <= SmallBlock ? SmallMalloc(size) : Malloc(size);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void* SmallCalloc(nuint size) => CallocQuick(1, size);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void* SmallMalloc(nuint size) => MallocQuick(size);

    /// <summary>free(block). The size is not known here; giving back a large block holds a collection up for an munmap.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Free(void* block) => FreeQuick(block);

    [LibraryImport("libc", EntryPoint = "calloc"), SuppressGCTransition]
    private static partial void* CallocQuick(nuint count, nuint size);

    [LibraryImport("libc", EntryPoint = "malloc"), SuppressGCTransition]
    private static partial void* MallocQuick(nuint size);

    [LibraryImport("libc", EntryPoint = "free"), SuppressGCTransition]
    private static partial void FreeQuick(void* block);

    [LibraryImport("libc", EntryPoint = "calloc")]
    private static partial void* Calloc(nuint count, nuint size);

    [LibraryImport("libc", EntryPoint = "malloc")]
    private static partial void* Malloc(nuint size);

    [LibraryImport("libc", EntryPoint = "realloc")]
    public static partial void* Reallocate(void* block, nuint size);

    [LibraryImport("libc", EntryPoint = "write")]
    public static partial nint Write(int fd, byte* bytes, nuint count);

    /// <summary>signal: how the process takes a signal; SIG_IGN is 1.</summary>
    [LibraryImport("libc", EntryPoint = "signal")]
    public static partial nint SetDisposition(int signal, nint handler);

    [LibraryImport("libc", EntryPoint = "raise")]
    public static partial int Raise(int signal);

    /// <summary>stat: follows links.</summary>
    [LibraryImport("libc", EntryPoint = "stat")]
    public static partial int Status(byte* path, FileStatus* status);

    [LibraryImport("libc", EntryPoint = "getcwd")]
    public static partial byte* WorkingDirectory(byte* room, nuint size);

    [LibraryImport("libc", EntryPoint = "fopen")]
    public static partial nint OpenFile(byte* path, byte* mode);

    [LibraryImport("libc", EntryPoint = "fread")]
    public static partial nuint ReadFile(byte* bytes, nuint size, nuint count, nint file);

    [LibraryImport("libc", EntryPoint = "fwrite")]
    public static partial nuint WriteFile(byte* bytes, nuint size, nuint count, nint file);

    [LibraryImport("libc", EntryPoint = "fclose")]
    public static partial int CloseFile(nint file);

    [LibraryImport("libc", EntryPoint = "opendir")]
    public static partial nint OpenDirectory(byte* path);

    /// <summary>readdir: the next entry, whose name is <see cref="NameInEntry"/> bytes behind its start; null at the end.</summary>
    [LibraryImport("libc", EntryPoint = "readdir")]
    public static partial byte* NextEntry(nint directory);

    public const int NameInEntry = 19;

    [LibraryImport("libc", EntryPoint = "closedir")]
    public static partial int CloseDirectory(nint directory);

    [LibraryImport("libc", EntryPoint = "strnlen")]
    public static partial nuint LengthUpTo(byte* text, nuint most);

    [LibraryImport("libc", EntryPoint = "backtrace_symbols_fd")]
    public static partial void PrintBacktrace(void** frames, int count, int fd);

    [LibraryImport("libc", EntryPoint = "abort")]
    public static partial void Abort();

    [LibraryImport("libc", EntryPoint = "exit")]
    public static partial void Exit(int status);

    [LibraryImport("libc", EntryPoint = "getenv")]
    public static partial byte* GetEnvironment(byte* name);

    [LibraryImport("libc", EntryPoint = "getauxval")]
    public static partial nuint AuxiliaryValue(nuint type);

    /// <summary>dladdr: 0 when the address lies in no image of the process.</summary>
    [LibraryImport("libc", EntryPoint = "dladdr")]
    public static partial int FindImage(nint address, ImageInfo* info);

    [LibraryImport("libc", EntryPoint = "sysconf")]
    public static partial nint Configuration(int name);

    [LibraryImport("libc", EntryPoint = "strtol")]
    public static partial nint ParseLong(byte* text, byte** end, int numberBase);
}

/// <summary>struct stat of sys/stat.h, of which only the mode is looked at.</summary>
[StructLayout(LayoutKind.Explicit, Size = 144)]
internal struct FileStatus
{
    public const uint KindMask = 0xf000, Directory = 0x4000;

    [FieldOffset(24)] public uint Mode;
}

/// <summary>Dl_info of dlfcn.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ImageInfo
{
    public byte* FileName;
    public nint Base;
    public byte* SymbolName;
    public nint SymbolAddress;
}
