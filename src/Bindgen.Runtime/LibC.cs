using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Rustrt.Bindgen.Runtime;

/// <summary>
/// What .NET has no call for: opening without waiting for a pipe's writer, appending so that processes do not overwrite each
/// other, the kind of a file, the thread's id, and whether the process has more privileges than its user.
/// </summary>
internal static unsafe partial class LibC
{
    public const int StandardError = 2;
    public const int NoEntry = 2, OutOfMemory = 12, NoAccess = 13, NoFolder = 20, IsFolder = 21, Invalid = 22, TooBig = 27, NameTooLong = 36, LinkLoop = 40;

    private const int Interrupted = 4, NoReader = 6;
    private const int ReadOnly = 0, WriteOnly = 1, Create = 0x40, NoTerminal = 0x100, Append = 0x400, NonBlocking = 0x800, CloseOnExec = 0x80000;
    private const int EmptyPath = 0x1000;
    private const uint StatType = 1;
    private const int StatSize = 256, StatMode = 28; // struct statx is the same on every architecture
    private const int TypeMask = 0xf000, Regular = 0x8000, Folder = 0x4000;
    private const ulong SecureEntry = 23; // AT_SECURE

    public static bool HasExtraPrivileges() => GetAuxiliaryValue(SecureEntry) != 0;

    public static int ThreadId() => GetTid();

    /// <returns>0 or an errno.</returns>
    public static int OpenForAppending(string path, out SafeFileHandle file)
    {
        int descriptor = Open(path, WriteOnly | Create | Append | CloseOnExec, 0x1b6);
        int error = descriptor < 0 ? Marshal.GetLastPInvokeError() : 0;
        file = new SafeFileHandle(descriptor, ownsHandle: true);
        return error;
    }

    /// <summary>One write, so that lines of several threads and processes do not mix.</summary>
    public static void Write(int descriptor, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            while (Write(descriptor, start, (nuint)bytes.Length) < 0 && Marshal.GetLastPInvokeError() == Interrupted)
            {
            }
        }
    }

    /// <returns>0 or an errno: EINVAL for what is neither file nor folder, EFBIG beyond the limit.</returns>
    public static int ReadFile(string path, int limit, out byte[] content)
    {
        content = [];
        // Without NonBlocking a pipe of that name would hang the program.
        int descriptor = Open(path, ReadOnly | CloseOnExec | NonBlocking | NoTerminal, 0);
        if (descriptor < 0)
        {
            int error = Marshal.GetLastPInvokeError();
            return error == NoReader ? Invalid : error;
        }
        using var file = new SafeFileHandle(descriptor, ownsHandle: true);
        byte* status = stackalloc byte[StatSize];
        if (Stat(descriptor, "", EmptyPath, StatType, status) != 0)
        {
            return Marshal.GetLastPInvokeError();
        }
        int type = *(ushort*)(status + StatMode) & TypeMask;
        return type switch
        {
            Regular => ReadWhole(descriptor, limit, out content),
            Folder => IsFolder,
            _ => Invalid,
        };
    }

    private static int ReadWhole(int descriptor, int limit, out byte[] content)
    {
        byte[] buffer = new byte[limit + 1]; // one more tells a file that is too long
        int length = 0;
        content = [];
        fixed (byte* start = buffer)
        {
            while (length <= limit)
            {
                nint got = Read(descriptor, start + length, (nuint)(buffer.Length - length));
                if (got < 0 && Marshal.GetLastPInvokeError() != Interrupted)
                {
                    return Marshal.GetLastPInvokeError();
                }
                if (got == 0)
                {
                    content = buffer[..length];
                    return 0;
                }
                length += (int)Math.Max(got, 0);
            }
        }
        return TooBig;
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Stat(int folder, string path, int flags, uint mask, byte* status);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint Read(int descriptor, byte* buffer, nuint size);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint Write(int descriptor, byte* buffer, nuint size);

    [LibraryImport("libc", EntryPoint = "getauxval")]
    private static partial ulong GetAuxiliaryValue(ulong type);

    [LibraryImport("libc", EntryPoint = "gettid")]
    private static partial int GetTid();
}
