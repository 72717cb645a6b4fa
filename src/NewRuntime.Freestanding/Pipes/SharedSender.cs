namespace Rustrt.Federation.Pipes;

/// <summary>A sending end of a pipe that may have several. The pipe ends with the last of them.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
public sealed class SharedSender<T> : SendingEnd<T>
{
    internal SharedSender(PipeCore<T> core)
        : base(core)
    {
    }

    /// <summary>Whether a send never waits.</summary>
    internal bool IsUnlimited => Values.IsUnlimited;

    /// <summary>The pipe, for a task that has been placed and will send without an end of its own.</summary>
    internal PipeCore<T> ShareWith(Waiter task)
    {
        Use();
        if (Values.Home is { } home && task.Place != home) Values.Share();
        return Values;
    }

    /// <summary>Makes another sending end, for another owner.</summary>
    public SharedSender<T> Clone()
    {
        Values.AddSender(Use());
        GC.KeepAlive(this);
        return new SharedSender<T>(Values);
    }
}
