using System.Diagnostics.CodeAnalysis;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Rustrt.Federation.Workloads.Running;
using Rustrt.Federation.Workloads.Subjects;

namespace Rustrt.Federation.Micro.Subjects;

/// <summary>
/// A call of a logger: of Microsoft's that writes to a console, whose stream goes nowhere here; of the one that does nothing; and of ours
/// on a task, with a logger task that writes to nowhere.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "BenchmarkDotNet calls Cleanup, and never Dispose.")]
public class LogSubject : Subject
{
    private const int Count = 100_000;
    private const string On = "info", Off = "debug";

    private ILoggerFactory? _factory;
    private ILogger? _console;

    /// <summary>Of the records; what is written is info and above.</summary>
    [Params(On, Off)]
    public string Level { get; set; } = On;

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public void MicrosoftConsole() => LogTo(_console!);

    [Benchmark(OperationsPerInvoke = Count)]
    public void MicrosoftNull() => LogTo(NullLogger.Instance);

    [Benchmark(OperationsPerInvoke = Count)]
    public void GreenTasks() => PassGreen();

    private protected override Workload Create()
    {
        var output = Console.Out;
        Console.SetOut(TextWriter.Null); // the console's logger keeps the one that it finds
        _factory = LoggerFactory.Create(static builder => builder.SetMinimumLevel(LogLevel.Information).AddConsole());
        _console = _factory.CreateLogger("workload");
        Console.SetOut(output);
        return new LogWorkload(Level == On, Count);
    }

    private protected override void GiveBack() => _factory!.Dispose();

    private void LogTo(ILogger logger)
    {
        var level = Level == On ? LogLevel.Information : LogLevel.Debug;
        for (int i = 0; i < Count; i++) logger.Log(level, default, i, null, static (_, _) => "a record");
    }
}
