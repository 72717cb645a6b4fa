using Rustrt.Federation.Memory;
using Rustrt.Federation.Pipes;

namespace Rustrt.Federation;

/// <summary>What few tasks have: kept apart, so that a parked task stays small.</summary>
internal sealed class TaskExtras
{
    /// <summary>What ended the task or the method.</summary>
    internal Exception? Failure;

    private const int LooksBack = 64;

    private PipeEnd?[]? _ends; // those that it keeps; what others have used first is left out when there is no room
    private int _endCount;

    /// <summary>Its boxes.</summary>
    internal LocalHeap? LocalHeap;

    /// <summary>The first of its blocks of the exchange heap.</summary>
    internal ExchangeBlock? Memory;

    /// <summary>Its waits for what is not of this runtime.</summary>
    internal ForeignWait? ForeignWait;

    /// <summary>Its operations that other schedulers are to run.</summary>
    internal HomedOperation? Operation;

    /// <summary>Its token, and the one that cancels it.</summary>
    internal TaskCancellation? Cancellation;

    /// <summary>The scheduler on which its last wait for a descriptor began.</summary>
    internal Scheduler? WatchedOn;

    /// <summary>The number of that wait; which descriptor, and for what.</summary>
    internal uint WatchNumber;
    internal int Watched;
    internal Readiness WatchedFor;

    /// <summary>Why that wait could not begin.</summary>
    internal Exception? WatchFailure;

    /// <summary>Its name for diagnostics.</summary>
    internal string? Name;

    /// <summary>Where it was spawned, if it was spawned with options.</summary>
    internal string? SpawnSite;

    /// <summary>With whom it fails.</summary>
    internal LinkGroup? Links;

    /// <summary>Its place in <see cref="Links"/>.</summary>
    internal LinkedListNode<LinkGroup.Entry>? LinksPlace;

    /// <summary>Who is told of its end.</summary>
    internal ExitNotice? ExitNotice;

    /// <summary>Whether its failure is the federation's.</summary>
    internal bool IsMain;

    /// <summary>Whether it lets the federation end.</summary>
    internal bool IsWeak;

    /// <summary>Its values of <see cref="TaskLocal{T}"/>.</summary>
    internal Dictionary<object, object?>? Locals;

    /// <summary>Whether it ended because it had been cancelled.</summary>
    internal bool EndedCancelled;

    /// <summary>Its failure, until somebody has taken it.</summary>
    internal UnobservedFailure? Unobserved;

    /// <summary>An end belongs to the task from now on.</summary>
    internal void Own(PipeEnd end, Frame owner)
    {
        _ends ??= new PipeEnd?[4];
        if (_endCount == _ends.Length) MakeRoom(owner);
        _ends![_endCount++] = end;
    }

    /// <summary>
    /// An end belongs to another from now on. Of old ones in a long list the entry stays until room is made: looking for them would cost
    /// whoever hands over a thousand ends a thousand looks each.
    /// </summary>
    internal void Disown(PipeEnd end)
    {
        for (int i = _endCount - 1; i >= 0 && i >= _endCount - LooksBack; i--)
        {
            if (_ends![i] != end) continue;
            Array.Copy(_ends, i + 1, _ends, i, --_endCount - i);
            _ends[_endCount] = null;
            return;
        }
    }

    /// <summary>The ends that belong to it, and maybe some that did. Any thread.</summary>
    internal IEnumerable<PipeEnd> Ends() => Volatile.Read(ref _ends)?.OfType<PipeEnd>() ?? [];

    /// <summary>The task has ended.</summary>
    internal void FreeMemory()
    {
        while (Memory is { } block) block.Free();
    }

    /// <summary>The task has ended.</summary>
    internal void CloseEnds(Frame owner, Scheduler? current)
    {
        for (int i = 0; i < _endCount; i++) _ends![i]!.CloseFor(owner, current);
    }

    private void MakeRoom(Frame owner)
    {
        var ends = _ends!;
        int kept = 0;
        foreach (var end in ends)
        {
            if (end!.IsKeptBy(owner)) ends[kept++] = end;
        }
        Array.Clear(ends, kept, ends.Length - kept);
        _endCount = kept;
        if (kept == ends.Length) Array.Resize(ref _ends, kept * 2);
    }
}
