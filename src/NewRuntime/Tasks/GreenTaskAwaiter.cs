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
    public void OnCompleted(Action continuation) => Refuse(_callee, continuation);

    /// <inheritdoc cref="OnCompleted"/>
    public void UnsafeOnCompleted(Action continuation) => Refuse(_callee, continuation);

    void IFrameAwaiter.Suspend(Frame frame) => frame.Call(_callee);

    // Thrown from here nobody could catch it. So the call fails without having begun, and whoever awaits goes on at once and is told.
    internal static void Refuse(Frame callee, Action continuation)
    {
        callee.Fail(OutsideException.Awaited($"a GreenTask (a call of {callee.Name})"));
        continuation();
    }
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
    public void OnCompleted(Action continuation) => GreenTaskAwaiter.Refuse(_callee, continuation);

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void UnsafeOnCompleted(Action continuation) => GreenTaskAwaiter.Refuse(_callee, continuation);

    void IFrameAwaiter.Suspend(Frame frame) => frame.Call(_callee);
}
