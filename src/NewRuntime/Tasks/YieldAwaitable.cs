using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

/// <summary>What <see cref="GreenTask.Yield"/> returns.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct YieldAwaitable : ICriticalNotifyCompletion, IFrameAwaiter
{
    /// <summary>False: the others come first.</summary>
    public bool IsCompleted => false;

    /// <summary>Itself.</summary>
    public YieldAwaitable GetAwaiter() => this;

    /// <summary>Nothing.</summary>
    public void GetResult()
    {
        MisplacedAwait.ThrowIfRefused();
    }

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void OnCompleted(Action continuation) => MisplacedAwait.Refuse("GreenTask.Yield", continuation);

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void UnsafeOnCompleted(Action continuation) => MisplacedAwait.Refuse("GreenTask.Yield", continuation);

    void IFrameAwaiter.Suspend(Frame frame) => frame.Yield();
}
