// The pipes of a port set that have something. A pipe that gets its first value, or ends, puts itself at the end of the line;
// the set takes one value from the first in line and sends it to the end if it has more, so that a busy pipe does not shut
// out the others. A pipe may stand in line twice, or with nothing left: the line is read past those that have nothing, before
// anybody is told that there is something. The gate of the set may be held while that of a pipe is entered, never the
// other way round.
namespace Rustrt.Federation.Pipes;

/// <summary>What a set looks like to its pipes.</summary>
internal abstract class PortSetCore : PipeCore
{
    /// <summary>A pipe of the set has something to receive, which it had not before.</summary>
    internal abstract void BecameReady(PipeCore pipe, Place? current);
}

/// <summary>The ready pipes of a set.</summary>
internal sealed class PortSetCore<T> : PortSetCore
{
    private readonly Queue<PipeCore<T>> _ready = new();
    private readonly List<PipeCore<T>> _members = [];

    private protected override bool HasSomething => FirstReady() is not null;

    private protected override bool NothingWillCome => _members.Count == 0;

    internal void Add(PipeCore<T> pipe, Place? current)
    {
        if (pipe.Home is null || Home is null)
        {
            Share();
            pipe.Share();
        }
        bool gated = Enter(current);
        _members.Add(pipe);
        Exit(gated);
        pipe.Set = this;
        if (pipe.IsReady(current)) BecameReady(pipe, current);
    }

    internal override void BecameReady(PipeCore pipe, Place? current)
    {
        bool gated = Enter(current);
        _ready.Enqueue((PipeCore<T>)pipe);
        var first = FirstReady();
        var wake = first is not null || NothingWillCome ? TakeReceiver() : default;
        if (wake.IsForSomebody) first?.Promise(current);
        Exit(gated);
        wake.Send(current);
    }

    internal bool TryReceive([System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value, Place? current)
    {
        bool gated = Enter(current);
        value = default;
        bool any = FirstReady() is { } pipe && _ready.Dequeue() == pipe && pipe.TryReceive(out value, current) && Requeue(pipe, current);
        Exit(gated);
        return any;
    }

    internal override void CloseReceiver(Place? current)
    {
        bool gated = Enter(current);
        ReceiverNumber = 0;
        var members = _members.ToArray();
        _members.Clear();
        _ready.Clear();
        Exit(gated);
        foreach (var pipe in members) pipe.CloseReceiver(current);
    }

    // Whoever sends to one member looks at the others.
    private protected override void ShareContents()
    {
        foreach (var member in _members) member.Share();
    }

    // The first pipe in line that has a value; those that have ended leave the set.
    private PipeCore<T>? FirstReady()
    {
        var current = UserPlace;
        while (_ready.TryPeek(out var pipe))
        {
            if (pipe.TryPeek(out _, current)) return pipe;
            _ready.Dequeue();
            if (pipe.IsFinished(current)) _members.Remove(pipe);
        }
        return null;
    }

    private bool Requeue(PipeCore<T> pipe, Place? current)
    {
        if (pipe.IsReady(current)) _ready.Enqueue(pipe);
        return true;
    }
}
