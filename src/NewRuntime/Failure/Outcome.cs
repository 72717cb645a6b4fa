namespace Rustrt.Federation;

/// <summary>How a task ended, or why whoever wanted to know does not.</summary>
public enum OutcomeKind
{
    /// <summary>It ended, with its result if it has one.</summary>
    Completed,

    /// <summary>It ended by an exception.</summary>
    Failed,

    /// <summary>It had been cancelled, and ended by an exception that says so.</summary>
    Cancelled,

    /// <summary>The task that waits has been cancelled. The other goes on, and its handle stays good.</summary>
    JoinerCancelled,
}

/// <summary>How a task ended.</summary>
/// <param name="Kind">In which way.</param>
/// <param name="Exception">What ended it, if an exception did.</param>
public readonly record struct Outcome(OutcomeKind Kind, Exception? Exception)
{
    /// <summary>Whether it ended well.</summary>
    public bool IsCompleted => Kind == OutcomeKind.Completed;

    /// <summary>Takes the end of a task, which has ended if <paramref name="ended"/>.</summary>
    internal static Outcome Take(Frame task, bool ended)
    {
        if (!ended) return new Outcome(OutcomeKind.JoinerCancelled, null);
        bool cancelled = task.ExtrasOrNull is { EndedCancelled: true };
        var exception = task.TakeFailure();
        return new Outcome(cancelled ? OutcomeKind.Cancelled : OutcomeKind.Failed, exception);
    }
}

/// <summary>How a task with a result ended.</summary>
/// <typeparam name="TResult">Type of the result.</typeparam>
public readonly record struct Outcome<TResult>
{
    private readonly TResult? _value;
    private readonly Outcome _end;

    internal Outcome(TResult? value, Outcome end)
    {
        _value = value;
        _end = end;
    }

    /// <inheritdoc cref="Outcome.Kind"/>
    public OutcomeKind Kind => _end.Kind;

    /// <inheritdoc cref="Outcome.Exception"/>
    public Exception? Exception => _end.Exception;

    /// <inheritdoc cref="Outcome.IsCompleted"/>
    public bool IsCompleted => _end.IsCompleted;

    /// <summary>The result.</summary>
    /// <exception cref="InvalidOperationException">The task did not end well.</exception>
    public TResult Value => IsCompleted
        ? _value!
        : throw new InvalidOperationException($"There is no result: the outcome is {Kind}.", Exception);
}
