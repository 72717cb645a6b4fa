namespace Rustrt.Federation.Pipes;

/// <summary>The ready pipes of a port set. Guarded by a lock: pipes of several threads may be in one set.</summary>
internal abstract class PortSetCore
{
    /// <summary>A pipe of the set has something to receive, which it had not before.</summary>
    internal abstract void BecameReady(PipeCore pipe, Scheduler? current);
}
