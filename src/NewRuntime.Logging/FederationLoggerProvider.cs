// Every record goes into one pipe, and whoever writes takes it from there: so the order is that of the pipe, whoever writes.
//
//   with a logger task     it waits for the pipe, and has a thread for blocking calls write: while there is room in the pipe, an
//                          output that takes nothing stops that thread and no scheduler
//   pipe full              whoever logs waits for room, and writes by itself if nobody does: nothing is lost, and who logs too much
//                          pays for it. Or it drops its record and counts that (FullLogPolicy)
//   without                the caller writes at once: before a logger task begins, after it has ended, where no federation runs
//   process ends           what is in the pipe is written, also when an unhandled exception or a signal ends it (not FailFast, nor
//                          SIGKILL), as far as the output takes it in time. A signal may end the process or not: that is not for
//                          the log to say, so it is only written, and everything else is as without
//
// The logger task is weak: it ends when only weak tasks are left, or when everything is cancelled; later records are the third
// case. Nothing is lost in between (LoggerPresence.cs). The task gives its end of the pipe up: closed with the task, it would drop
// what is left there.
using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Logging;

/// <summary>
/// Loggers that write lines of text: through a logger task once <see cref="StartLogger"/> has been called, at once without one.
/// An exception of the output reaches whoever is writing: the caller, or the logger task, whose failure is reported.
/// </summary>
[ProviderAlias("Federation")]
[Service("logging", ServiceNeeds.Nothing)]
public sealed class FederationLoggerProvider : ILoggerProvider, ISupportExternalScope
{
    private static readonly PosixSignal[] s_endings = [PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT, PosixSignal.SIGHUP];
    private static readonly TimeSpan s_lookForRoom = TimeSpan.FromMilliseconds(5);

    private readonly ConcurrentDictionary<string, FederationLogger> _loggers = new();
    private readonly Lock _writing = new();
    private readonly PipeCore<LogRecord> _records;
    private readonly int _capacity;
    private readonly FullLogPolicy _whenFull;
    private readonly TimeSpan _exitLimit;
    private readonly TextWriter _output;
    private readonly ILogFormatter? _formatter;
    private readonly LogFilter _filter;
    private readonly PosixSignalRegistration[] _signals;
    private LoggerPresence<HardwareAtomics> _logger;
    private long _dropped;
    private long _droppedAndTold; // guarded by _writing

    /// <summary>Makes a provider.</summary>
    /// <param name="output">Where the lines go; stderr if not given. Not disposed; used by one thread at a time.</param>
    /// <param name="filter">What is written; as the environment variable RUST_LOG says if not given.</param>
    /// <exception cref="FormatException">RUST_LOG is not a filter.</exception>
    public FederationLoggerProvider(TextWriter? output = null, LogFilter? filter = null)
        : this(new FederationLoggerOptions { Output = output, Filter = filter })
    {
    }

    /// <summary>Makes a provider.</summary>
    /// <param name="options">How it writes.</param>
    /// <exception cref="FormatException">RUST_LOG is not a filter.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public FederationLoggerProvider(FederationLoggerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Capacity, 1, nameof(options.Capacity));
        if (options.ExitLimit != Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(options.ExitLimit, TimeSpan.Zero, nameof(options.ExitLimit));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(options.ExitLimit, TimeSpan.FromDays(1), nameof(options.ExitLimit));
        }
        _output = options.Output ?? Console.Error;
        _filter = options.Filter ?? LogFilter.FromEnvironment();
        _capacity = options.Capacity;
        _whenFull = options.WhenFull;
        _exitLimit = options.ExitLimit;
        _formatter = options.Formatter;
        Scopes = new LogScopes(options.IncludeScopes);
        _records = new PipeCore<LogRecord>(_capacity);
        _records.Share(); // any thread may log
        AppDomain.CurrentDomain.ProcessExit += ProcessEnds;
        AppDomain.CurrentDomain.UnhandledException += ProcessEnds;
        _signals = [.. s_endings.Select(signal => PosixSignalRegistration.Create(signal, SignalComes))];
    }

    /// <summary>Whether a logger task writes.</summary>
    public bool HasLogger => _logger.IsPresent;

    /// <summary>How many records have been dropped (<see cref="FullLogPolicy.Drop"/>).</summary>
    public long Dropped => Volatile.Read(ref _dropped);

    /// <summary>What is known of scopes.</summary>
    internal LogScopes Scopes { get; }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) =>
        _loggers.GetOrAdd(categoryName, static (category, provider) => new FederationLogger(provider, category, provider._filter.LowestOf(category)), this);

    /// <inheritdoc/>
    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => Scopes.KeptBy(scopeProvider);

    /// <summary>
    /// Starts the logger task, in the main group of the calling task's federation. It is weak: it lasts as long as any task that
    /// is not. After that a provider can serve another federation.
    /// </summary>
    /// <exception cref="OutsideException">The calling thread runs no scheduler.</exception>
    /// <exception cref="InvalidOperationException">There is a logger task.</exception>
    [Service("logging through a task", ServiceNeeds.Scheduler)]
    public void StartLogger()
    {
        var federation = Spawning.Here("FederationLoggerProvider.StartLogger").Group.Federation;
        if (!_logger.TryBegin())
            throw new InvalidOperationException("This provider has a logger task: it serves one federation at a time, and needs to be started once.");
        try
        {
            GreenTask.Spawn(WriteWhatComes(), new SpawnOptions { Name = "logger", IsWeak = true, Group = federation.MainGroup }).Detach();
        }
        catch (InvalidOperationException) // the group has ended
        {
            LoggerEnded();
            throw;
        }
    }

    /// <summary>Writes what has been logged and is not written yet. Waits for an output that takes nothing.</summary>
    public void Flush()
    {
        lock (_writing) Write();
    }

    /// <summary>Writes what is not written yet, as far as that is possible within <see cref="FederationLoggerOptions.ExitLimit"/>, and is
    /// not called at the end of the process any more.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= ProcessEnds;
        AppDomain.CurrentDomain.UnhandledException -= ProcessEnds;
        foreach (var signal in _signals) signal.Dispose();
        FlushInTime();
    }

    /// <summary>Makes the record of what is logged.</summary>
    internal LogRecord RecordOf<TState>(in LogEntry<TState> entry)
    {
        if (_formatter is null)
            return new LogRecord(entry.LogLevel, entry.Category, entry.EventId.Id, entry.Formatter(entry.State, entry.Exception), Scopes.Text(), entry.Exception);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        _formatter.Write(entry, Scopes.Here, text);
        return new LogRecord(text.ToString());
    }

    /// <summary>Takes a record from a logger.</summary>
    internal void Hand(in LogRecord record)
    {
        while (_records.TrySend(record, Scheduler.Current) != WaitStatus.Completed)
        {
            if (_whenFull == FullLogPolicy.Drop && HasLogger)
            {
                Interlocked.Increment(ref _dropped);
                return;
            }
            MakeRoom();
        }
        if (_logger.IsMissed()) Flush();
    }

    // Whoever writes may be at it for long, and there is room as soon as it has written one.
    private void MakeRoom()
    {
        if (!_writing.TryEnter(s_lookForRoom)) return;
        try
        {
            Write();
        }
        finally
        {
            _writing.Exit();
        }
    }

    // Inside the lock.
    private void Write()
    {
        var current = Scheduler.Current;
        // No more than there can be at the beginning, or a caller might go on for ever with what others log meanwhile.
        for (int i = 0; i < _capacity && _records.TryReceive(out var record, current); i++) record.WriteTo(_output);
        TellDropped();
        _output.Flush();
    }

    private void TellDropped()
    {
        long count = Dropped - _droppedAndTold;
        if (count == 0) return;
        _droppedAndTold += count;
        RecordOf(new LogEntry<long>(LogLevel.Warning, typeof(FederationLoggerProvider).FullName!, new EventId(1, "RecordsDropped"), count, null,
            static (count, _) => $"{count} records dropped: the output took too long")).WriteTo(_output);
    }

    private async GreenTask WriteWhatComes()
    {
        var receiver = new Receiver<LogRecord>(_records);
        Receiver[] any = [receiver];
        try
        {
            while ((await Pipe.Select(any)).Status == WaitStatus.Completed) await WriteElsewhere();
        }
        finally
        {
            receiver.Surrender(); // the pipe is the next logger's
            LoggerEnded();
        }
    }

    private async GreenTask WriteElsewhere()
    {
        if (Simulation.Current is not null)
        {
            Flush(); // there are no threads
            return;
        }
        try
        {
            await GreenTask.RunBlocking(Flush);
        }
        catch (BlockingPoolFullException)
        {
            Flush(); // the program blocks more than it has threads for: better a line that is in the way than one that waits
        }
    }

    private void LoggerEnded()
    {
        _logger.End();
        Flush();
    }

    private void ProcessEnds(object? sender, EventArgs e) => FlushInTime();

    private void SignalComes(PosixSignalContext signal)
    {
        try
        {
            FlushInTime();
        }
        catch (Exception)
        {
            // An output that fails must not keep the program from ending as it wants to. Whoever writes next is told.
        }
    }

    // On another thread: an output that takes nothing holds whoever writes, and what ends must not wait for it for ever.
    private void FlushInTime()
    {
        ExceptionDispatchInfo? failure = null;
        var writer = new Thread(() =>
        {
            try
            {
                Flush();
            }
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
        }) { Name = "rustrt-log", IsBackground = true };
        writer.UnsafeStart();
        if (writer.Join(_exitLimit)) failure?.Throw();
    }
}
