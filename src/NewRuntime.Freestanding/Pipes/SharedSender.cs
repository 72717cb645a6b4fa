namespace Rustrt.Federation.Pipes;

/// <summary>A sending end of a pipe that may have several. The pipe ends with the last of them.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
public sealed class SharedSender<T> : SendingEnd<T>
{
    internal SharedSender(PipeCore<T> core)
        : base(core)
    {
    }

    /// <summary>Makes another sending end, for another owner.</summary>
    public SharedSender<T> Clone()
    {
        Values.AddSender(Use());
        return new SharedSender<T>(Values);
    }
}
