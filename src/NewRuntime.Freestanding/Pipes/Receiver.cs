using System.Diagnostics.CodeAnalysis;

namespace Rustrt.Federation.Pipes;

/// <summary>A receiving end, whatever the type of its values.</summary>
public abstract class Receiver : PipeEnd
{
    private protected Receiver(PipeCore core)
        : base(core)
    {
    }

    /// <summary>Whether a receive would not wait: there is a value, or all senders are gone.</summary>
    public bool IsReady => Core.IsReady(Use());

    /// <summary>The shared part, for those who wait for several pipes.</summary>
    internal PipeCore UseCore(out Place? current)
    {
        current = Use();
        return Core;
    }

    private protected override void Closed(Place? current) => Core.CloseReceiver(current);
}

/// <summary>The receiving end of a pipe.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
public sealed class Receiver<T> : ReceivingEnd<T>
{
    internal Receiver(PipeCore<T> core)
        : base(core)
    {
    }

    /// <summary>
    /// The values until all senders are gone, for <c>foreach</c> on a thread that runs no scheduler, which blocks between them.
    /// </summary>
    /// <exception cref="OutsideException">Enumerated by a task, which must not block its scheduler.</exception>
    [Service("pipes, blocking", ServiceNeeds.OwnThread)]
    public IEnumerable<T> ReceiveAllBlocking()
    {
        while (ReceiveBlocking().TryGet(out var value)) yield return value;
    }

    /// <summary>Looks at the value that the next receive will take, if there is one.</summary>
    [Service("pipes", ServiceNeeds.Nothing)]
    public bool TryPeek([MaybeNullWhen(false)] out T value) => Values.TryPeek(out value, Use());

    /// <summary>Gives the end up and leaves the pipe open, for a port set, which alone uses it from now on, or for another end.</summary>
    internal PipeCore<T> Surrender()
    {
        Use();
        MarkClosed();
        return Values;
    }
}
