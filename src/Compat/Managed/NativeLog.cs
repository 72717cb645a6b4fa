using System.Text;

namespace Rustrt.Compat.Managed;

/// <summary>The lines that the runtime logs, for who wants them as records beside standard error, where they go as ever.</summary>
/// <remarks>Only what the new backend writes: with logging=legacy the old library writes to its file descriptor, and nobody is told.</remarks>
public static class NativeLog
{
    private static Action<string>? s_written;

    /// <summary>Is told each line, on the thread that logs; it must not call the old API, nor throw.</summary>
    public static Action<string>? Written
    {
        get => Volatile.Read(ref s_written);
        set => Volatile.Write(ref s_written, value);
    }

    /// <summary>Of one line with its beginning and its end.</summary>
    internal static void Tell(ReadOnlySpan<byte> line)
    {
        if (s_written is { } written) written(Encoding.UTF8.GetString(line).TrimEnd('\n'));
    }
}
