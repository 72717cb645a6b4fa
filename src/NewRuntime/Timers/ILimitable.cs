using System.ComponentModel;

namespace Rustrt.Federation;

/// <summary>A wait that can be given a time limit.</summary>
/// <typeparam name="TResult">What it results in.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ILimitable<out TResult>
{
    /// <summary>Whether there is nothing to wait for.</summary>
    bool IsCompleted { get; }

    /// <summary>How the wait ended.</summary>
    TResult GetResult();
}
