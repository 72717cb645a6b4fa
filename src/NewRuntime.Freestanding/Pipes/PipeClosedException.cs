namespace Rustrt.Federation.Pipes;

/// <summary>The other side of a pipe is gone, and somebody asked to be told by an exception.</summary>
public sealed class PipeClosedException : Exception
{
    /// <summary>Makes one.</summary>
    public PipeClosedException()
        : base("The other side of the pipe is gone.")
    {
    }
}
