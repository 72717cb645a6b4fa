using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

/// <summary>Awaits a call.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GreenTaskAwaiter : ICriticalNotifyCompletion, IFrameAwaiter
{
    private readonly Frame<Nothing> _callee;

    internal GreenTaskAwaiter(Frame<Nothing> callee) => _callee = callee;

    /// <summary>False: the method has not begun.</summary>
    public bool IsCompleted => false;

    /// <summary>Throws what ended the method.</summary>
    public void GetResult() => _callee.TakeResult();

    /// <summary>For methods of other kinds than green tasks: refused.</summary>
    public void OnCompleted(Action continuation) => throw OutsideException.Awaited();

    /// <inheritdoc cref="OnCompleted"/>
    public void UnsafeOnCompleted(Action continuation) => throw OutsideException.Awaited();

    void IFrameAwaiter.Suspend(Frame frame) => frame.Call(_callee);
}

/// <summary>Awaits a call with a result.</summary>
/// <typeparam name="TResult">Type of the result.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GreenTaskAwaiter<TResult> : ICriticalNotifyCompletion, IFrameAwaiter
{
    private readonly Frame<TResult> _callee;

    internal GreenTaskAwaiter(Frame<TResult> callee) => _callee = callee;

    /// <inheritdoc cref="GreenTaskAwaiter.IsCompleted"/>
    public bool IsCompleted => false;

    /// <summary>The result, or what ended the method.</summary>
    public TResult GetResult() => _callee.TakeResult();

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void OnCompleted(Action continuation) => throw OutsideException.Awaited();

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void UnsafeOnCompleted(Action continuation) => throw OutsideException.Awaited();

    void IFrameAwaiter.Suspend(Frame frame) => frame.Call(_callee);
}
