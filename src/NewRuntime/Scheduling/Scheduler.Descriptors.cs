// Descriptors that tasks wait for. The event loop is polled between batches of turns while any is watched, and in every park.
namespace Rustrt.Federation;

public sealed partial class Scheduler
{
    private DescriptorWatches? _watches; // few schedulers watch anything

    /// <summary>The waits for descriptors that began here.</summary>
    internal DescriptorWatches Watches => _watches ??= new DescriptorWatches(this);

    /// <summary>How many descriptors tasks wait for here. Any thread.</summary>
    internal int DescriptorWaits => _watches?.Count ?? 0;

    /// <summary>How many such waits a descriptor has ended. Any thread.</summary>
    internal int DescriptorWaitsEnded => _watches?.Ended ?? 0;

    /// <summary>A wait that began here has ended by something else than the descriptor. Any thread.</summary>
    internal void EndWatch(int descriptor, Frame task, uint number, Scheduler current)
    {
        if (this == current) Watches.Remove(descriptor, task, number);
        else Post(Delivery.EndWatch(task, descriptor, number));
    }

    /// <summary>A turn of the event loop. True: it has made a task runnable.</summary>
    internal bool Poll(TimeSpan wait)
    {
        if (wait == TimeSpan.Zero) Counters.Polls++;
        int before = _watches?.Ended ?? 0;
        _loop!.Turn(wait);
        return _watches is { } watches && watches.Ended != before;
    }

    private bool PollIfWatching() => _watches is { Count: > 0 } && Poll(TimeSpan.Zero);
}
