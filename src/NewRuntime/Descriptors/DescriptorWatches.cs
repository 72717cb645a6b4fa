// Which tasks wait for which descriptor of one scheduler: one for reading and one for writing each. An event loop knows a
// descriptor once and reports it for as long as it is ready; here each report ends one wait, and what nobody waits for any
// more is no longer watched.
namespace Rustrt.Federation;

/// <summary>The waits for descriptors that began on one scheduler. Touched by its thread alone.</summary>
internal sealed class DescriptorWatches(Scheduler scheduler) : IReadinessTarget
{
    private readonly Dictionary<int, Waiters> _waiters = [];

    private sealed class Waiters
    {
        internal Frame? Reader, Writer;
        internal uint ReaderNumber, WriterNumber;

        internal Readiness Wanted =>
            (Reader is null ? Readiness.None : Readiness.Readable) | (Writer is null ? Readiness.None : Readiness.Writable);
    }

    /// <summary>How many descriptors are watched.</summary>
    internal int Count => _waiters.Count;

    /// <summary>Counts the waits that were ended because something was ready.</summary>
    internal int Ended { get; private set; }

    /// <summary>Ends a wait of a task as soon as the descriptor is ready.</summary>
    /// <exception cref="InvalidOperationException">The descriptor cannot be watched, or another task waits for the same.</exception>
    internal void Add(int descriptor, Readiness what, Frame task, uint number)
    {
        if (!_waiters.TryGetValue(descriptor, out var waiters)) waiters = new Waiters();
        if ((waiters.Wanted & what) != 0)
            throw new InvalidOperationException($"Descriptor {descriptor} is waited for by another task: one may wait until it is {what}.");
        scheduler.Loop.Watch(descriptor, waiters.Wanted | what, this);
        _waiters[descriptor] = waiters;
        if (what == Readiness.Readable) (waiters.Reader, waiters.ReaderNumber) = (task, number);
        else (waiters.Writer, waiters.WriterNumber) = (task, number);
    }

    /// <summary>A wait has ended by something else.</summary>
    internal void Remove(int descriptor, Frame task, uint number)
    {
        if (!_waiters.TryGetValue(descriptor, out var waiters)) return;
        if (waiters.Reader == task && waiters.ReaderNumber == number) waiters.Reader = null;
        else if (waiters.Writer == task && waiters.WriterNumber == number) waiters.Writer = null;
        else return;
        WatchWhatIsWanted(descriptor, waiters);
    }

    /// <inheritdoc/>
    public void Ready(int descriptor, Readiness what)
    {
        var waiters = _waiters[descriptor];
        var reader = (what & Readiness.Readable) != 0 ? waiters.Reader : null;
        var writer = (what & Readiness.Writable) != 0 ? waiters.Writer : null;
        if (reader is not null) waiters.Reader = null;
        if (writer is not null) waiters.Writer = null;
        WatchWhatIsWanted(descriptor, waiters);
        End(reader, waiters.ReaderNumber);
        End(writer, waiters.WriterNumber);
    }

    private void End(Frame? task, uint number)
    {
        if (task is null) return;
        Ended++;
        task.Wake(number, WaitStatus.Completed, 0, scheduler);
    }

    private void WatchWhatIsWanted(int descriptor, Waiters waiters)
    {
        scheduler.Loop.Watch(descriptor, waiters.Wanted, this);
        if (waiters.Wanted == Readiness.None) _waiters.Remove(descriptor);
    }
}
