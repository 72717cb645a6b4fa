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
    }

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void OnCompleted(Action continuation) => throw OutsideException.Awaited("GreenTask.Yield");

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void UnsafeOnCompleted(Action continuation) => throw OutsideException.Awaited("GreenTask.Yield");

    void IFrameAwaiter.Suspend(Frame frame) => frame.Yield();
}
