using System.Runtime.InteropServices;

namespace Rustrt.Federation;

/// <summary>The system calls of io_uring, which the C library does not wrap, and what they take (linux/io_uring.h).</summary>
internal static unsafe partial class UringCalls
{
    internal const int NoSuchCall = 38, NotPermitted = 1, Invalid = 22, Interrupted = 4, TimeIsUp = 62, Again = 11, Busy = 16;

    internal const uint SetupClamp = 1 << 4;
    internal const uint FeatureSingleMap = 1 << 0, FeatureExtendedArgument = 1 << 8;
    internal const uint EnterGetEvents = 1, EnterExtendedArgument = 1 << 3;
    internal const byte OpPollAdd = 6, OpPollRemove = 7;
    internal const long OffsetOfRings = 0, OffsetOfEntries = 0x10000000;

    private const long SetupCall = 425, EnterCall = 426; // x86-64
    private const int ReadWrite = 3, SharedPopulate = 0x8001, GetDescriptorFlags = 1;

    /// <summary>Makes a ring; a negative number is an error.</summary>
    internal static int Setup(uint entries, Parameters* parameters)
    {
        long result = SystemCall(SetupCall, entries, (nint)parameters, 0, 0, null, 0);
        return result < 0 ? -Marshal.GetLastPInvokeError() : (int)result;
    }

    /// <summary>Submits requests and waits for completions; a negative number is an error.</summary>
    internal static int Enter(int ring, uint submit, uint complete, uint flags, WaitArgument* argument)
    {
        long result = SystemCall(EnterCall, ring, (nint)submit, (nint)complete, (nint)flags, argument, argument is null ? 0 : sizeof(WaitArgument));
        return result < 0 ? -Marshal.GetLastPInvokeError() : (int)result;
    }

    /// <summary>Maps a part of a ring.</summary>
    internal static byte* Map(int ring, nuint size, long offset)
    {
        nint address = MapMemory(0, size, ReadWrite, SharedPopulate, ring, offset);
        if (address == -1) throw new InvalidOperationException($"mmap of an io_uring failed: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");
        return (byte*)address;
    }

    /// <summary>Whether a descriptor is open.</summary>
    internal static bool IsOpen(int descriptor) => Control(descriptor, GetDescriptorFlags) >= 0;

    [LibraryImport("libc", EntryPoint = "munmap")]
    internal static partial int Unmap(byte* address, nuint size);

    [LibraryImport("libc", EntryPoint = "close")]
    internal static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static partial long SystemCall(long number, long first, nint second, nint third, nint fourth, void* fifth, nint sixth);

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static partial nint MapMemory(nint address, nuint size, int protection, int flags, int descriptor, long offset);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Control(int descriptor, int command);

    [StructLayout(LayoutKind.Sequential)]
    internal struct Parameters
    {
        internal uint SubmissionEntries, CompletionEntries, Flags, SubmissionThreadCpu, SubmissionThreadIdle, Features, WorkQueueDescriptor;
        private uint _reserved0, _reserved1, _reserved2;
        internal uint SubmissionHead, SubmissionTail, SubmissionMask, SubmissionCount, SubmissionFlags, SubmissionDropped, SubmissionArray, SubmissionReserved;
        private ulong _reserved3;
        internal uint CompletionHead, CompletionTail, CompletionMask, CompletionCount, CompletionOverflow, Completions, CompletionFlags, CompletionReserved;
        private ulong _reserved4;
    }

    [StructLayout(LayoutKind.Sequential, Size = 64)]
    internal struct Submission
    {
        internal byte Operation, Flags;
        internal ushort Priority;
        internal int Descriptor;
        internal ulong Offset, Address;
        internal uint Length, PollEvents;
        internal ulong UserData;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct Completion
    {
        internal ulong UserData;
        internal int Result;
        internal uint Flags;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct WaitArgument
    {
        internal ulong SignalMask;
        internal uint SignalMaskSize, Padding;
        internal TimeSpec* Time;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct TimeSpec(TimeSpan span)
    {
        internal long Seconds = span.Ticks / TimeSpan.TicksPerSecond;
        internal long Nanoseconds = span.Ticks % TimeSpan.TicksPerSecond * TimeSpan.NanosecondsPerTick;
    }
}
