// What green tasks can do with pipes beyond what everybody can (package Rustrt.Federation.Freestanding): await. A thread has no
// scheduler that could go on meanwhile, so it does not find these methods where it has no federation. They are in the namespace
// of GreenTask, so that whoever can await them finds them.
using System.Runtime.CompilerServices;
using Rustrt.Federation.Pipes;

namespace Rustrt.Federation;

/// <summary>Awaiting pipes, in green tasks.</summary>
[Service("pipes, awaiting", ServiceNeeds.Task)]
public static class PipeWaits
{
    /// <summary>
    /// Sends a value; if there is no room, <c>await</c> waits for some. Without <c>await</c> the value may be lost. An end of a
    /// pipe that is sent belongs to whoever receives it.
    /// </summary>
    /// <exception cref="InvalidOperationException">This end belongs to another task or thread.</exception>
    /// <exception cref="ObjectDisposedException">This end is closed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SendAwaitable<T> Send<T>(this SendingEnd<T> to, T value)
    {
        var current = to.Use();
        var core = to.Values;
        value = Moving.Out(value, core);
        if (core.TrySend(value, current) is not { } status) return new SendAwaitable<T>(core, core.Prepare(value, current));
        if (status != WaitStatus.Completed) Moving.Back(value, core);
        return new SendAwaitable<T>(core, status);
    }

    /// <summary>Waits for a value.</summary>
    /// <exception cref="InvalidOperationException">This end belongs to another task or thread.</exception>
    /// <exception cref="ObjectDisposedException">This end is closed.</exception>
    public static ReceiveAwaitable<T> Receive<T>(this ReceivingEnd<T> from)
    {
        from.Use();
        return new ReceiveAwaitable<T>(from.Values);
    }

    /// <summary>Waits for a value of any member. <see cref="WaitStatus.Closed"/>: all members have ended.</summary>
    /// <exception cref="InvalidOperationException">The set belongs to another task or thread.</exception>
    public static PortSetAwaitable<T> Receive<T>(this PortSet<T> from)
    {
        from.Use();
        return new PortSetAwaitable<T>(from.Members);
    }

    /// <summary>
    /// For <c>await foreach</c>: the values until all senders are gone. A cancelled task throws <see cref="TaskCancelledException"/>
    /// there.
    /// </summary>
    public static ReceiveEnumerator<T> GetAsyncEnumerator<T>(this Receiver<T> from) => new(from);

    /// <summary>Waits until one of the pipes is ready.</summary>
    public static SelectAwaitable GetAwaiter(this Selection pipes) => new(pipes);

    /// <summary>The same with a time limit: <c>await</c> then ends as <see cref="WaitStatus.TimedOut"/> when it is over.</summary>
    /// <param name="wait">The wait.</param>
    /// <param name="limit">Zero: nothing is waited for. <see cref="Timeout.InfiniteTimeSpan"/>: no limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative.</exception>
    public static LimitedAwaitable<SendAwaitable<T>, WaitStatus> Within<T>(this SendAwaitable<T> wait, TimeSpan limit) => new(wait, limit);

    /// <inheritdoc cref="Within{T}(SendAwaitable{T}, TimeSpan)"/>
    public static LimitedAwaitable<ReceiveAwaitable<T>, Received<T>> Within<T>(this ReceiveAwaitable<T> wait, TimeSpan limit) => new(wait, limit);

    /// <inheritdoc cref="Within{T}(SendAwaitable{T}, TimeSpan)"/>
    public static LimitedAwaitable<PortSetAwaitable<T>, Received<T>> Within<T>(this PortSetAwaitable<T> wait, TimeSpan limit) => new(wait, limit);

    /// <inheritdoc cref="Within{T}(SendAwaitable{T}, TimeSpan)"/>
    public static LimitedAwaitable<SelectAwaitable, Selected> Within(this Selection pipes, TimeSpan limit) => new(new SelectAwaitable(pipes), limit);
}
