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
    internal PipeCore UseCore(out Scheduler? current)
    {
        current = Use();
        return Core;
    }

    private protected override void Closed(Scheduler? current) => Core.CloseReceiver(current);
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
    /// For <c>await foreach</c> in green tasks: the values until all senders are gone. A cancelled task throws
    /// <see cref="TaskCancelledException"/> there.
    /// </summary>
    public ReceiveEnumerator<T> GetAsyncEnumerator() => new(this);

    /// <summary>Looks at the value that the next receive will take, if there is one.</summary>
    public bool TryPeek([MaybeNullWhen(false)] out T value) => Values.TryPeek(out value, Use());

    /// <summary>Gives the end up to a port set, which alone uses the pipe from now on.</summary>
    internal PipeCore<T> Surrender()
    {
        Use();
        MarkClosed();
        return Values;
    }
}
