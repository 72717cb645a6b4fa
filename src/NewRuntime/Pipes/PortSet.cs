using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Rustrt.Federation.Pipes;

/// <summary>
/// The receiving ends of any number of pipes as one: a receive takes a value from one of those that have some, by turns. It owns
/// the ends that are put into it, and closes them when it is closed.
/// </summary>
/// <typeparam name="T">Type of the values.</typeparam>
public sealed class PortSet<T> : Receiver
{
    private readonly PortSetCore<T> _core;

    /// <summary>An empty set: until it gets a member, a receive finds it <see cref="WaitStatus.Closed"/>.</summary>
    public PortSet()
        : this(new PortSetCore<T>())
    {
    }

    private PortSet(PortSetCore<T> core)
        : base(core) => _core = core;

    /// <summary>Puts a pipe's receiving end into the set, which owns it from now on. It leaves the set when it has ended.</summary>
    /// <exception cref="InvalidOperationException">The end, or the set, belongs to another task or thread.</exception>
    public void Add(Receiver<T> receiver)
    {
        ArgumentNullException.ThrowIfNull(receiver);
        var current = Use();
        _core.Add(receiver.Surrender(), current);
    }

    /// <summary>Waits for a value of any member. <see cref="WaitStatus.Closed"/>: all members have ended.</summary>
    /// <exception cref="InvalidOperationException">The set belongs to another task or thread.</exception>
    public PortSetAwaitable<T> Receive()
    {
        Use();
        return new PortSetAwaitable<T>(_core);
    }

    /// <inheritdoc cref="ReceivingEnd{T}.ReceiveBlocking"/>
    public Received<T> ReceiveBlocking(TimeSpan? limit = null)
    {
        Use();
        Receiving.Block(_core, limit ?? Timeout.InfiniteTimeSpan);
        return new PortSetAwaitable<T>(_core).GetResult();
    }

    /// <summary>Takes a value of any member that has one.</summary>
    public bool TryReceive([MaybeNullWhen(false)] out T value) => _core.TryReceive(out value, Use());
}

/// <summary>Awaits a value of any pipe of a set.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct PortSetAwaitable<T> : ICriticalNotifyCompletion, IFrameAwaiter, ILimitable<Received<T>>
{
    private readonly PortSetCore<T> _core;

    internal PortSetAwaitable(PortSetCore<T> core) => _core = core;

    /// <inheritdoc cref="ReceiveAwaitable{T}.IsCompleted"/>
    public bool IsCompleted
    {
        get
        {
            var current = _core.UserScheduler;
            return _core.IsReady(current) && Scheduler.TrySpend(current);
        }
    }

    /// <summary>Itself.</summary>
    public PortSetAwaitable<T> GetAwaiter() => this;

    /// <summary>The same with a time limit: <c>await</c> then ends as <see cref="WaitStatus.TimedOut"/> when it is over.</summary>
    /// <param name="limit">Zero: nothing is waited for. <see cref="Timeout.InfiniteTimeSpan"/>: no limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative.</exception>
    public LimitedAwaitable<PortSetAwaitable<T>, Received<T>> Within(TimeSpan limit) => new(this, limit);

    /// <inheritdoc cref="ReceiveAwaitable{T}.GetResult"/>
    public Received<T> GetResult()
    {
        var current = _core.UserScheduler;
        return _core.TryReceive(out var value, current) ? new Received<T>(value) : Receiving.Nothing<T>(_core, current);
    }

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void OnCompleted(Action continuation) => throw OutsideException.Awaited();

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void UnsafeOnCompleted(Action continuation) => throw OutsideException.Awaited();

    void IFrameAwaiter.Suspend(Frame frame) => Receiving.Wait(_core, frame.Root, _core.UserScheduler);
}
