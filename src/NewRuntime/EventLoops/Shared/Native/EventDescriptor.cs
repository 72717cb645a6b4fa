using System.Runtime.InteropServices;

namespace Rustrt.Federation;

/// <summary>
/// A Linux eventfd: readable from the first signal to the next reset. Signals of one descriptor need no more than that, and
/// neither side ever waits for the other.
/// </summary>
internal static unsafe partial class EventDescriptor
{
    private const string Library = "libc";
    private const int CloseOnExec = 0x80000;
    private const int NonBlocking = 0x800;
    private const int Interrupted = 4;

    internal static int Open()
    {
        int descriptor = EventFd(0, CloseOnExec | NonBlocking);
        if (descriptor < 0) throw Failed("eventfd");
        return descriptor;
    }

    internal static void Signal(int descriptor)
    {
        ulong one = 1;
        while (Write(descriptor, &one, sizeof(ulong)) < 0)
        {
            if (Marshal.GetLastPInvokeError() != Interrupted) throw Failed("write to an eventfd");
        }
    }

    /// <summary>Takes back all signals so far; none is fine too.</summary>
    internal static void Reset(int descriptor)
    {
        ulong count;
        Read(descriptor, &count, sizeof(ulong));
    }

    internal static void Close(int descriptor)
    {
        if (CloseDescriptor(descriptor) < 0) throw Failed("close of an eventfd");
    }

    private static InvalidOperationException Failed(string call) =>
        new($"{call} failed: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");

    [LibraryImport(Library, EntryPoint = "eventfd", SetLastError = true)]
    private static partial int EventFd(uint initial, int flags);

    [LibraryImport(Library, EntryPoint = "write", SetLastError = true)]
    private static partial nint Write(int descriptor, void* data, nuint size);

    [LibraryImport(Library, EntryPoint = "read")]
    private static partial nint Read(int descriptor, void* data, nuint size);

    [LibraryImport(Library, EntryPoint = "close", SetLastError = true)]
    private static partial int CloseDescriptor(int descriptor);
}
