// How a frame awaits something. Awaiters of this runtime are told the frame. Anything else that can be awaited (Task, ValueTask,
// other people's awaiters) gets a callback, on whatever thread it likes to call it; all that does is wake the task, which then
// goes on on a scheduler. So it makes no difference whether ConfigureAwait was called, and with what.
//
// The first two methods are compiled well from their first call on, and are inlined all the same: compiled quickly they would box
// each awaiter, twice, until the caller has been found worth compiling well.
//
// While such an awaiter registers the callback, the thread has no SynchronizationContext: with the scheduler's own
// (SchedulerContext.cs) the callback would be sent to the scheduler as a task of its own, only to wake another.
using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

internal static class FrameSuspension
{
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    internal static void SuspendUnsafe<TAwaiter>(Frame frame, ref TAwaiter awaiter)
        where TAwaiter : ICriticalNotifyCompletion
    {
        // For a struct the compiler answers the question itself, and makes neither a box nor a call through the interface.
        if (default(TAwaiter) is not null && awaiter is IFrameAwaiter) ((IFrameAwaiter)awaiter).Suspend(frame);
        else RegisterUnsafe(frame, ref awaiter);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    internal static void Suspend<TAwaiter>(Frame frame, ref TAwaiter awaiter)
        where TAwaiter : INotifyCompletion
    {
        if (default(TAwaiter) is not null && awaiter is IFrameAwaiter) ((IFrameAwaiter)awaiter).Suspend(frame);
        else Register(frame, ref awaiter);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RegisterUnsafe<TAwaiter>(Frame frame, ref TAwaiter awaiter)
        where TAwaiter : ICriticalNotifyCompletion
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        var end = frame.BeginForeignWait(typeof(TAwaiter));
        try
        {
            awaiter.UnsafeOnCompleted(end);
        }
        catch
        {
            end(); // nobody else will, and the method goes on with the exception
            throw;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Register<TAwaiter>(Frame frame, ref TAwaiter awaiter)
        where TAwaiter : INotifyCompletion
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        var end = frame.BeginForeignWait(typeof(TAwaiter));
        try
        {
            awaiter.OnCompleted(end);
        }
        catch
        {
            end();
            throw;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
