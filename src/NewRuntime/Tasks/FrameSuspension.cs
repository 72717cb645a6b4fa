// How a frame awaits something. Awaiters of this runtime are told the frame. Anything else that can be awaited (Task, ValueTask,
// other people's awaiters) gets a callback, on whatever thread it likes to call it; all that does is wake the task, which then
// goes on on a scheduler.
using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

internal static class FrameSuspension
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void SuspendUnsafe<TAwaiter>(Frame frame, ref TAwaiter awaiter)
        where TAwaiter : ICriticalNotifyCompletion
    {
        // For a struct the compiler answers the question itself, and makes neither a box nor a call through the interface.
        if (default(TAwaiter) is not null && awaiter is IFrameAwaiter) ((IFrameAwaiter)awaiter).Suspend(frame);
        else awaiter.UnsafeOnCompleted(frame.BeginForeignWait());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Suspend<TAwaiter>(Frame frame, ref TAwaiter awaiter)
        where TAwaiter : INotifyCompletion
    {
        if (default(TAwaiter) is not null && awaiter is IFrameAwaiter) ((IFrameAwaiter)awaiter).Suspend(frame);
        else awaiter.OnCompleted(frame.BeginForeignWait());
    }
}
