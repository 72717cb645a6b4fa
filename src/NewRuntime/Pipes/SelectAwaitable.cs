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
    public bool IsCompleted => _pipes.FirstReady() >= 0 ? Scheduler.TrySpend(Place.Here) : Spawning.Waits(Place.Here, "Pipe.Select");

    /// <summary>Which is ready, or why none is.</summary>
    public Selected GetResult() => _pipes.Finish();

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void OnCompleted(Action continuation) => throw OutsideException.Awaited("Pipe.Select");

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void UnsafeOnCompleted(Action continuation) => throw OutsideException.Awaited("Pipe.Select");

    void IFrameAwaiter.Suspend(Frame frame)
    {
        var root = frame.Root;
        _pipes.Register(root, root.BeginWait());
    }
}
