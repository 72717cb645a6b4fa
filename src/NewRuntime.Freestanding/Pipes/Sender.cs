namespace Rustrt.Federation.Pipes;

/// <summary>The sending end of a pipe that has one.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
public sealed class Sender<T> : SendingEnd<T>
{
    internal Sender(PipeCore<T> core)
        : base(core)
    {
    }
}
