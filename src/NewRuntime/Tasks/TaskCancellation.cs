// A task and the CancellationTokens on either side of it: the token that it hands to what is not of this runtime, and the one from
// outside by which it is cancelled itself (SpawnOptions.CancellationToken). Only a task that has one of them has this object.
//
// Whoever cancels a task may be any thread, a scheduler in the middle of another task's turn, or one that holds a lock. What is
// registered with the token is other people's code: it may throw, block, or go on with somebody's method. So the token is cancelled at
// once, but what is registered with it is called on the .NET thread pool, where such code is at home, and never on a scheduler.
//
//   the task that asks for its token           who cancels it                             the end of an unkillable section
//   a1. _source = a new one; a full fence      c1. word +Cancelled, a full fence          s1. word -Shielded, a full fence
//   a2. word has Cancelled, not Shielded:      c2. it was not Shielded: cancels           s2. word has Cancelled: as c2
//       cancels the source                         _source, if it is there
//
// Of a1 and c1 the later one sees the earlier; of c1 and s1, too. That both do something does no harm: a source is cancelled once. The
// object knows the life of the pooled frame that it belongs to, so a canceller that comes late does not cancel the token of the next.
// A task that has ended is not cancelled, and neither is its token.
namespace Rustrt.Federation;

/// <summary>What connects a task to <see cref="CancellationToken"/>s.</summary>
internal sealed class TaskCancellation(Frame task)
{
    private readonly int _generation = task.Generation;
    private readonly Federation _federation = task.Group.Federation;
    private CancellationTokenSource? _source;
    private CancellationTokenRegistration _outside;

    /// <summary>The token of the running task.</summary>
    internal CancellationToken Token => (_source ?? MakeSource()).Token;

    /// <summary>The task has been cancelled, and is in no section that defers that. Any thread.</summary>
    /// <param name="generation">The life that is meant.</param>
    internal void Tell(int generation)
    {
        if (Volatile.Read(ref _source) is { } source && _generation == generation) _ = Cancel(source);
    }

    /// <summary>Has the task, which is about to start, cancelled by somebody else's token.</summary>
    internal void CancelBy(CancellationToken outside) => _outside = outside.UnsafeRegister(
        static state => ((TaskCancellation)state!).CancelTask(), this);

    /// <summary>The task has ended. A cancellation from outside that is under way finds another life.</summary>
    internal void End() => _outside.Unregister();

    private void CancelTask() => task.Cancel(_generation, Scheduler.Current);

    private CancellationTokenSource MakeSource()
    {
        var source = new CancellationTokenSource();
        Volatile.Write(ref _source, source);
        if (WaitTransitions<HardwareAtomics>.IsCancelledBefore(ref task.Word)) source.Cancel(); // nobody has the token yet
        return source;
    }

    private async Task Cancel(CancellationTokenSource source)
    {
        string name = $"callbacks of the cancelled {task.Name}";
        try
        {
            await source.CancelAsync().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            _federation.Options.UnobservedFailure(new TaskFailure(name, null, e));
        }
    }
}
