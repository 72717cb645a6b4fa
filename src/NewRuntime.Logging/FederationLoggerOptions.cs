namespace Rustrt.Federation.Logging;

/// <summary>How a <see cref="FederationLoggerProvider"/> writes. Read once, by its constructor.</summary>
public sealed class FederationLoggerOptions
{
    /// <summary>Where the lines go; stderr if not given. Not disposed; used by one thread at a time.</summary>
    public TextWriter? Output { get; set; }

    /// <summary>What is written; as the environment variable RUST_LOG says if not given.</summary>
    public LogFilter? Filter { get; set; }

    /// <summary>How many records may wait to be written; at least 1.</summary>
    public int Capacity { get; set; } = 8192;

    /// <summary>What becomes of one more.</summary>
    public FullLogPolicy WhenFull { get; set; } = FullLogPolicy.Wait;

    /// <summary>
    /// How long the end of the process, and <see cref="FederationLoggerProvider.Dispose"/>, wait for the output to take what is left.
    /// <see cref="Timeout.InfiniteTimeSpan"/>: until it has.
    /// </summary>
    public TimeSpan ExitLimit { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Whether a line names the scopes around it. Scopes hang on the execution context: a task has them that was spawned with
    /// <see cref="SpawnOptions.FlowExecutionContext"/>, and so has code outside of tasks. Other tasks share their thread's, so
    /// there none are told rather than those of somebody else.
    /// </summary>
    public bool IncludeScopes { get; set; }

    /// <summary>Makes the text of records; null: one line each, with an exception below it.</summary>
    public ILogFormatter? Formatter { get; set; }
}
