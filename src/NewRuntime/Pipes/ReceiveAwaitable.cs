using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Rustrt.Federation.Pipes;

/// <summary>Awaits a value.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ReceiveAwaitable<T> : ICriticalNotifyCompletion, IFrameAwaiter, ILimitable<Received<T>>
{
    private readonly PipeCore<T> _core;

    internal ReceiveAwaitable(PipeCore<T> core) => _core = core;

    /// <summary>Whether the receiver need not wait.</summary>
    public bool IsCompleted => ReceiveWait.IsNeedless(_core);

    /// <summary>Itself.</summary>
    public ReceiveAwaitable<T> GetAwaiter() => this;

    /// <summary>What was received, or why nothing was.</summary>
    public Received<T> GetResult()
    {
        MisplacedAwait.ThrowIfRefused();
        return Receiving.Finish(_core);
    }

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void OnCompleted(Action continuation) => MisplacedAwait.Refuse("Receiver.Receive", continuation);

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void UnsafeOnCompleted(Action continuation) => MisplacedAwait.Refuse("Receiver.Receive", continuation);

    void IFrameAwaiter.Suspend(Frame frame) => Suspend(frame);

    internal void Suspend(Frame frame) => ReceiveWait.Begin(_core, frame);
}
