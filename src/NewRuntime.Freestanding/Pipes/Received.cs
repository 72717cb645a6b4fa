using System.Diagnostics.CodeAnalysis;

namespace Rustrt.Federation.Pipes;

/// <summary>What a wait for a value brought: a receive, or a call with a time limit.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
public readonly struct Received<T>
{
    private readonly T _value;

    internal Received(T value)
    {
        _value = value;
        Status = WaitStatus.Completed;
    }

    internal Received(WaitStatus status)
    {
        _value = default!;
        Status = status;
    }

    /// <summary>
    /// <see cref="WaitStatus.Completed"/>: there is a value. <see cref="WaitStatus.TimedOut"/>: there was none in time.
    /// <see cref="WaitStatus.Closed"/>: all senders are gone, and everything they sent has been received.
    /// <see cref="WaitStatus.Cancelled"/>: the task has been cancelled, and there is no value; whether senders are left is not said, for
    /// they may have been cancelled with it.
    /// </summary>
    public WaitStatus Status { get; }

    /// <summary>Whether there is a value.</summary>
    public bool HasValue => Status == WaitStatus.Completed;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public T Value => HasValue ? _value : throw new InvalidOperationException($"There is no value: {Status}.");

    /// <summary>The value, for those who want to be told by an exception that there is none.</summary>
    /// <exception cref="TaskCancelledException">The task has been cancelled.</exception>
    /// <exception cref="TimeoutException">The time limit was over first.</exception>
    /// <exception cref="PipeClosedException">All senders are gone.</exception>
    public T OrThrow()
    {
        Status.OrThrow();
        return _value;
    }

    /// <summary>The value, if there is one.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return HasValue;
    }

    /// <inheritdoc/>
    public override string ToString() => HasValue ? $"{_value}" : $"{Status}";
}
