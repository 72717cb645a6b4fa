// The word of a managed task. It answers three questions: does the task wait, and has somebody ended that wait; has it been
// cancelled; has it ended, and who wants to know? A thread that waits has one, too, and uses the first part alone.
//
//   bits 0..1     the wait: None, Armed (begun, but the turn is not over), Parked, Woken
//   bit  2        Cancelled: sticky
//   bit  3        Complete: the result is there
//   bit  4        Joined: a joiner is registered
//   bit  5        Detached: nobody will join
//   bit  6        Firm: this wait does not end by cancellation
//   bit  7        Shielded: the task is in an unkillable section, a cancellation waits for its end
//   bits 8..14    how the wait ended: WaitStatus
//   bit  15       Joining: a joiner is about to be registered
//   bits 16..31   which of several things ended it
//   bits 32..63   number of the wait; never 0, which stands for no wait wherever numbers are kept
//
//   who                  when                  transition                                  then
//   the task             it has to wait        None or Woken -> Armed, number + 1          registers (task, number) with what ends it
//   its scheduler        after the turn        Armed -> Parked                             the task is nobody's
//                                              (Woken: unchanged)                          it runs again
//   who ends the wait    any time              Armed or Parked -> Woken, with the status   schedules it if it was Parked
//
// Of several who could end a wait (a message, a timer, a cancellation) one does; the others find another state or number.
//
// A task that is bound to a scheduler has its word changed on that scheduler's thread alone, by plain stores: others send
// what they want changed to its inbox. The word of a task that may migrate is changed by compare-exchange.
using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

/// <summary>The parts of a waiter's word.</summary>
internal static class TaskWord
{
    internal const long WaitMask = 3, None = 0, Armed = 1, Parked = 2, Woken = 3;
    internal const long Cancelled = 1 << 2, Complete = 1 << 3, Joined = 1 << 4, Detached = 1 << 5, Firm = 1 << 6, Shielded = 1 << 7;
    internal const long Joining = 1 << 15;

    /// <summary>Somebody answers for the result: nobody else may ask for it.</summary>
    internal const long Taken = Joined | Joining | Detached;
    private const long Sticky = Cancelled | Complete | Joined | Joining | Detached | Shielded;
    private const long OneWait = 1L << 32;

    internal static uint Number(long word) => (uint)(word >> 32);

    internal static WaitStatus Status(long word) => (WaitStatus)((word >> 8) & 0x7f);

    internal static int Which(long word) => (ushort)(word >> 16);

    /// <summary>The word of the next life: numbers go on, so that what was meant for the last one does nothing. They go on by
    /// one, so that no word of a life is one of the life before, and the compare-exchange of a late cancellation fails.</summary>
    internal static long Reborn(long word) => (word & ~0xffff_ffffL) + OneWait;

    /// <summary>The word of the next wait.</summary>
    internal static long NextWait(long word)
    {
        long next = (word & ~0xffff_ffffL) + OneWait;
        if (next == 0) next = OneWait;
        return next | (word & Sticky) | Armed;
    }

    /// <summary>The word of a wait whose task is parked: it was Armed.</summary>
    internal static long Committed(long word) => word ^ Armed ^ Parked;

    /// <summary>Whether a cancellation ends the wait at once.</summary>
    internal static bool IsEndedByCancellation(long word) => (word & (Firm | Shielded)) == 0;

    /// <summary>Whether the task has ended, and its result is there to be taken.</summary>
    internal static bool HasResult(long word) => (word & (Complete | Taken)) == Complete;

    /// <summary>Whether that wait is still to be ended.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsOpen(long word, uint number) =>
        Number(word) == number && ((word & WaitMask) is Armed or Parked);

    /// <summary>The word after the wait has been ended.</summary>
    internal static long Ended(long word, WaitStatus status, int which) =>
        (word & (~0xffff_ffffL | Sticky)) | Woken | ((long)status << 8) | ((long)which << 16);
}
