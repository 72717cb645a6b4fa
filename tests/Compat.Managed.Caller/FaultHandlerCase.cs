using System.Runtime.InteropServices;
using static Rustrt.Compat.Interop.NativeMethods;

namespace Rustrt.Compat.Managed.Caller;

/// <summary>The router's handler of memory faults stands before that of CoreCLR, whose mask keeps the collector's signal off its small alternate stack.</summary>
internal static unsafe partial class FaultHandlerCase
{
    private const int MemoryFault = 11;

    /// <summary>What <c>struct sigaction</c> is on x86-64 Linux, in 8-byte words: the handler, 128 bytes of mask (of which the kernel fills 8), flags, restorer.</summary>
    private const int Words = 19, Handler = 0, Mask = 1;

    /// <summary>A program's first call puts the handler there.</summary>
    public static int KeepsMask()
    {
        ulong[] before = Action();
        rust_get_exchange_count_ptr();
        ulong[] after = Action();

        Old.Say($"handler changed {before[Handler] != after[Handler]}, mask empty {before[Mask] == 0}, kept {before[Mask] == after[Mask]}");
        return 0;
    }

    private static ulong[] Action()
    {
        var action = new ulong[Words];
        fixed (ulong* words = action)
        {
            if (sigaction(MemoryFault, null, words) != 0) throw new InvalidOperationException("sigaction");
        }

        return action;
    }

    [LibraryImport("libc")]
    private static partial int sigaction(int signal, void* action, void* previous);
}
