using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Rustrt.Federation.Queues;

/// <summary>
/// A bounded first-in, first-out queue of one thread, its owner, from which others take half at a time into queues of their own.
/// Neither side takes a lock. The queues of schedulers are made of the same ring.
/// </summary>
/// <typeparam name="T">What is in it.</typeparam>
[DebuggerDisplay("{Count} of {Capacity}")]
[SuppressMessage("Naming", "CA1711", Justification = "It is a queue, and has the name that the field gives it.")]
public sealed class WorkStealingQueue<T>
    where T : class
{
    private readonly StealRing<T, HardwareAtomics> _ring;

    /// <summary>An empty queue.</summary>
    /// <param name="capacity">How many it holds: a power of two, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none.</exception>
    public WorkStealingQueue(int capacity = 256)
    {
        _ring = new StealRing<T, HardwareAtomics>(capacity, start: 0);
        Capacity = capacity;
    }

    /// <summary>How many it holds.</summary>
    public int Capacity { get; }

    /// <summary>How many there are to take; exact for the owner while nobody steals, else roughly.</summary>
    public int Count => _ring.Count;

    /// <summary>Puts something at the end. False: there is no room, or somebody has stolen and not given the room back yet. The owner.</summary>
    public bool TryAdd(T item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return _ring.TryPush(item);
    }

    /// <summary>Takes the oldest. The owner.</summary>
    public bool TryTake([NotNullWhen(true)] out T? item) => (item = _ring.TryTake()) is not null;

    /// <summary>
    /// Takes half of another queue, rounded up: the oldest is returned, the others come into this one. False: there is nothing, or
    /// too little room here, or a third steals there at this moment. The owner of this queue.
    /// </summary>
    /// <exception cref="ArgumentException">It is this queue.</exception>
    public bool TryStealFrom(WorkStealingQueue<T> victim, [NotNullWhen(true)] out T? item)
    {
        ArgumentNullException.ThrowIfNull(victim);
        if (victim == this) throw new ArgumentException("A queue cannot steal from itself: take from it.", nameof(victim));
        return (item = victim._ring.TrySteal(_ring)) is not null;
    }
}
