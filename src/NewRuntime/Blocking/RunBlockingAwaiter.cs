using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

/// <summary>Awaits a call that may block.</summary>
/// <typeparam name="TResult">Type of the result.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RunBlockingAwaiter<TResult> : ICriticalNotifyCompletion, IFrameAwaiter
{
    private readonly Elsewhere? _elsewhere; // null: the call has been made
    private readonly TResult? _result;

    internal RunBlockingAwaiter(TResult result) => _result = result;

    internal RunBlockingAwaiter(Func<TResult> body) => _elsewhere = new Elsewhere(body);

    /// <summary>Whether the call has been made on the calling thread.</summary>
    public bool IsCompleted => _elsewhere is null;

    /// <summary>What the call returned or threw.</summary>
    /// <exception cref="BlockingPoolFullException">There are too many such calls.</exception>
    /// <exception cref="TaskCancelledException">The task has been cancelled before the call began.</exception>
    public TResult GetResult() => _elsewhere is null ? _result! : _elsewhere.TakeResult();

    /// <summary>Has a continuation called once the call has ended.</summary>
    public void OnCompleted(Action continuation) => _elsewhere!.SpawnFor().GetAwaiter().OnCompleted(continuation);

    /// <inheritdoc cref="OnCompleted"/>
    public void UnsafeOnCompleted(Action continuation) => _elsewhere!.SpawnFor().GetAwaiter().UnsafeOnCompleted(continuation);

    void IFrameAwaiter.Suspend(Frame frame) => _elsewhere!.CallFrom(frame);

    // Which of the two it is shows only when the awaiter is told how to go on, and the method has its copy of it already by then.
    private sealed class Elsewhere(Func<TResult> body)
    {
        private Frame<TResult>? _callee; // of the green task
        private Task<TResult>? _task; // of the ordinary method

        internal void CallFrom(Frame frame)
        {
            _callee = GreenTask.CallBlocking(body).TakeCold();
            frame.Call(_callee);
        }

        internal Task<TResult> SpawnFor() => _task = GreenTask.Spawn(GreenTask.CallBlocking(body)).AsTask();

        internal TResult TakeResult() => _task is not null ? _task.GetAwaiter().GetResult() : _callee!.TakeResult();
    }
}

/// <summary>Awaits a call without a result that may block.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RunBlockingAwaiter : ICriticalNotifyCompletion, IFrameAwaiter
{
    private readonly RunBlockingAwaiter<Nothing> _call;

    internal RunBlockingAwaiter(RunBlockingAwaiter<Nothing> call) => _call = call;

    /// <inheritdoc cref="RunBlockingAwaiter{TResult}.IsCompleted"/>
    public bool IsCompleted => _call.IsCompleted;

    /// <summary>Throws what the call threw.</summary>
    /// <inheritdoc cref="RunBlockingAwaiter{TResult}.GetResult"/>
    public void GetResult() => _call.GetResult();

    /// <inheritdoc cref="RunBlockingAwaiter{TResult}.OnCompleted"/>
    public void OnCompleted(Action continuation) => _call.OnCompleted(continuation);

    /// <inheritdoc cref="RunBlockingAwaiter{TResult}.OnCompleted"/>
    public void UnsafeOnCompleted(Action continuation) => _call.UnsafeOnCompleted(continuation);

    void IFrameAwaiter.Suspend(Frame frame) => ((IFrameAwaiter)_call).Suspend(frame);
}
