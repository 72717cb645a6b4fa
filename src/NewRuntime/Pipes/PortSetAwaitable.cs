using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Rustrt.Federation.Pipes;

/// <summary>Awaits a value of any pipe of a set.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct PortSetAwaitable<T> : ICriticalNotifyCompletion, IFrameAwaiter, ILimitable<Received<T>>
{
    private readonly PortSetCore<T> _core;

    internal PortSetAwaitable(PortSetCore<T> core) => _core = core;

    /// <inheritdoc cref="ReceiveAwaitable{T}.IsCompleted"/>
    public bool IsCompleted => ReceiveWait.IsNeedless(_core);

    /// <summary>Itself.</summary>
    public PortSetAwaitable<T> GetAwaiter() => this;

    /// <inheritdoc cref="ReceiveAwaitable{T}.GetResult"/>
    public Received<T> GetResult()
    {
        MisplacedAwait.ThrowIfRefused();
        return Receiving.Finish(_core);
    }

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void OnCompleted(Action continuation) => MisplacedAwait.Refuse("PortSet.Receive", continuation);

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void UnsafeOnCompleted(Action continuation) => MisplacedAwait.Refuse("PortSet.Receive", continuation);

    void IFrameAwaiter.Suspend(Frame frame) => ReceiveWait.Begin(_core, frame);
}
