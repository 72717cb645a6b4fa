using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Rustrt.Federation.Pipes;

/// <summary>Awaits that a value has been taken over by a pipe.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SendAwaitable<T> : ICriticalNotifyCompletion, IFrameAwaiter, ILimitable<WaitStatus>
{
    private readonly PipeCore<T> _core;
    private readonly SendWait<T>? _wait; // null: it has been taken over, or never will be
    private readonly WaitStatus _status;

    internal SendAwaitable(PipeCore<T> core, WaitStatus status)
    {
        _core = core;
        _status = status;
    }

    internal SendAwaitable(PipeCore<T> core, SendWait<T> wait)
    {
        _core = core;
        _wait = wait;
    }

    /// <summary>Whether the sender need not wait.</summary>
    public bool IsCompleted => _wait is null && Scheduler.TrySpend(_core.UserPlace);

    /// <summary>Itself.</summary>
    public SendAwaitable<T> GetAwaiter() => this;

    /// <summary>
    /// <see cref="WaitStatus.Completed"/>: the receiver has the value or will find it. Anything else: it never will.
    /// </summary>
    public WaitStatus GetResult()
    {
        MisplacedAwait.ThrowIfRefused();
        if (_wait is null) return _status;
        var current = _core.UserPlace;
        var user = current is not null ? current.Running! : ThreadWaiter.Current;
        return _core.Finish(_wait, user.Status, current);
    }

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void OnCompleted(Action continuation) => MisplacedAwait.Refuse("Sender.Send", continuation);

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void UnsafeOnCompleted(Action continuation) => MisplacedAwait.Refuse("Sender.Send", continuation);

    void IFrameAwaiter.Suspend(Frame frame)
    {
        if (_wait is null)
        {
            frame.Yield();
            return;
        }
        var root = frame.Root;
        Sending.Register(_core, _wait, root, root.BeginWait(), _core.UserPlace);
    }
}
