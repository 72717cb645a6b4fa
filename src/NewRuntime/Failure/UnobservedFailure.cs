// A failure that no joiner is told of. That it cancels others is no report: a task that is cancelled does not learn why, and may
// take no notice. It is reported once, at the first of
//   - the end of a detached task, or Detach after the end;
//   - the end of the federation, for handles that were kept and never used;
//   - the finalizer, for handles that were dropped.
using System.Diagnostics.CodeAnalysis;

namespace Rustrt.Federation;

/// <summary>A failure until somebody has taken it.</summary>
[SuppressMessage("Usage", "CA1816", Justification = "What the finalizer is for has been done; there is nothing to dispose.")]
internal sealed class UnobservedFailure(Federation federation, TaskFailure failure)
{
    private int _done;

    ~UnobservedFailure() => Report();

    /// <summary>Somebody has taken it.</summary>
    internal void Observed()
    {
        _done = 1;
        GC.SuppressFinalize(this);
    }

    /// <summary>Nobody ever will.</summary>
    internal void Report()
    {
        GC.SuppressFinalize(this);
        if (Interlocked.Exchange(ref _done, 1) == 0) federation.Options.UnobservedFailure(failure);
    }
}
