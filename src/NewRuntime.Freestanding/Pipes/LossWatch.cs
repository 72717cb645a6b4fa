// A thread does not tell of its end, and an end of a pipe that has been released may be in a message that is dropped. So such an end
// has a companion, which the collector finds together with it. It is not the end itself that has a finalizer: those that tasks
// make, own and send, nearly all, are closed in time, and would pay for nothing.
using System.Diagnostics.CodeAnalysis;

namespace Rustrt.Federation.Pipes;

/// <summary>Finds out that nobody can reach an end of a pipe any more.</summary>
[SuppressMessage("Usage", "CA1816", Justification = "What the finalizer is for has been done; there is nothing to dispose.")]
internal sealed class LossWatch(PipeEnd end)
{
    ~LossWatch() => end.Lose();

    /// <summary>Somebody else answers for the end, or it is closed.</summary>
    internal void End() => GC.SuppressFinalize(this);
}
