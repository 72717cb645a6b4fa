// A call with a time limit. Its frames cannot be left where they stand: every finally has to run. So the call becomes a task of its own, and
// if its time is over that is cancelled and joined: the limit says when it is asked to end, not when it has ended.
using System.Runtime.ExceptionServices;
using Rustrt.Federation.Pipes;

namespace Rustrt.Federation;

/// <summary>Calls with a time limit.</summary>
internal static class LimitedCalls
{
    internal static async GreenTask<Received<TResult>> Run<TResult>(GreenTask<TResult> call, TimeSpan limit, Possession[] ends)
    {
        var task = GreenTask.Spawn(call, ends);
        var status = await task.Wait(limit);
        if (status == WaitStatus.Completed) return new Received<TResult>(await task);
        task.Cancel();
        using (GreenTask.Unkillable())
        {
            // A result that comes now may be half of one: whoever sees the cancellation as a status returns what he has.
            var outcome = await task.Try();
            if (outcome.Kind == OutcomeKind.Failed) ExceptionDispatchInfo.Throw(outcome.Exception!);
        }
        return new Received<TResult>(status);
    }

    /// <summary>The same for what has no result.</summary>
    internal static async GreenTask<WaitStatus> StatusOf(GreenTask<Received<Nothing>> call) => (await call).Status;
}
