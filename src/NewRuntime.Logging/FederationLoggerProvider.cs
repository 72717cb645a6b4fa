// Every record goes into one pipe, and whoever writes takes it from there: so the order is that of the pipe, whoever writes.
//
//   with a logger task     it waits for the pipe, and has a thread for blocking calls write: a terminal that does not read stops
//                          that thread and no scheduler
//   pipe full              the caller writes what is in it, and goes on: nothing is lost, and who logs too much pays for it
//   without                the caller writes at once: before a logger task begins, after it has ended, where no federation runs
//   process ends           what is in the pipe is written, also when an unhandled exception ends it (not by FailFast or a kill)
//
// The logger task is weak: it ends when only weak tasks are left, or when everything is cancelled; later records are the third
// case. Nothing is lost in between (LoggerPresence.cs). The task gives its end of the pipe up: closed with the task, it would drop
// what is left there.
using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Logging;

/// <summary>
/// Loggers that write lines of text: through a logger task once <see cref="StartLogger"/> has been called, at once without one.
/// An exception of the output reaches whoever is writing: the caller, or the logger task, whose failure is reported.
/// </summary>
[Service("logging", ServiceNeeds.Nothing)]
public sealed class FederationLoggerProvider : ILoggerProvider
{
    private const int Capacity = 8192;

    private readonly ConcurrentDictionary<string, FederationLogger> _loggers = new();
    private readonly Lock _writing = new();
    private readonly PipeCore<LogRecord> _records = new(Capacity);
    private readonly TextWriter _output;
    private readonly LogFilter _filter;
    private LoggerPresence<HardwareAtomics> _logger;

    /// <summary>Makes a provider.</summary>
    /// <param name="output">Where the lines go; stderr if not given. Not disposed; used by one thread at a time.</param>
    /// <param name="filter">What is written; as the environment variable RUST_LOG says if not given.</param>
    /// <exception cref="FormatException">RUST_LOG is not a filter.</exception>
    public FederationLoggerProvider(TextWriter? output = null, LogFilter? filter = null)
    {
        _output = output ?? Console.Error;
        _filter = filter ?? LogFilter.FromEnvironment();
        _records.Share(); // any thread may log
        AppDomain.CurrentDomain.ProcessExit += ProcessEnds;
        AppDomain.CurrentDomain.UnhandledException += ProcessEnds;
    }

    /// <summary>Whether a logger task writes.</summary>
    public bool HasLogger => _logger.IsPresent;

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) =>
        _loggers.GetOrAdd(categoryName, static (category, provider) => new FederationLogger(provider, category, provider._filter.LowestOf(category)), this);

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

    /// <summary>Writes what has been logged and is not written yet.</summary>
    public void Flush()
    {
        var current = Scheduler.Current;
        lock (_writing)
        {
            // No more than there can be at the beginning, or a caller might go on for ever with what others log meanwhile.
            for (int i = 0; i < Capacity && _records.TryReceive(out var record, current); i++) record.WriteTo(_output);
            _output.Flush();
        }
    }

    /// <summary>Writes what is not written yet, and is not called at the end of the process any more.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= ProcessEnds;
        AppDomain.CurrentDomain.UnhandledException -= ProcessEnds;
        Flush();
    }

    /// <summary>Takes a record from a logger.</summary>
    internal void Hand(in LogRecord record)
    {
        while (_records.TrySend(record, Scheduler.Current) != WaitStatus.Completed) Flush();
        if (_logger.IsMissed()) Flush();
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

    private void ProcessEnds(object? sender, EventArgs e) => Flush();
}
