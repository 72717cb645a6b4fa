using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Rustrt.Federation.Pipes;

/// <summary>Awaits that one of several pipes is ready.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SelectAwaitable : ICriticalNotifyCompletion, IFrameAwaiter, ILimitable<Selected>
{
    private readonly Selection _pipes;

    internal SelectAwaitable(Selection pipes) => _pipes = pipes;

    /// <summary>Whether one is ready.</summary>
    public bool IsCompleted => _pipes.FirstReady() >= 0 && Scheduler.TrySpend(Place.Here);

    /// <summary>Which is ready, or why none is.</summary>
    public Selected GetResult()
    {
        MisplacedAwait.ThrowIfRefused();
        return _pipes.Finish();
    }

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void OnCompleted(Action continuation) => MisplacedAwait.Refuse("Pipe.Select", continuation);

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void UnsafeOnCompleted(Action continuation) => MisplacedAwait.Refuse("Pipe.Select", continuation);

    void IFrameAwaiter.Suspend(Frame frame)
    {
        var root = frame.Root;
        _pipes.Register(root, root.BeginWait());
    }
}
