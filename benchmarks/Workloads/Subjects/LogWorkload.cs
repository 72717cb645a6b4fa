using System.Text;
using Microsoft.Extensions.Logging;
using Rustrt.Federation.Logging;
using Rustrt.Federation.Workloads.Running;

namespace Rustrt.Federation.Workloads.Subjects;

/// <summary>Log records handed to the logger task, which writes them to nowhere; or the question whether a level is on.</summary>
internal sealed class LogWorkload(bool isOn, int count) : Workload
{
    public static WorkloadKind Kind { get; } = new("log", "one call of the logger",
        [new("level", On, "of the records; the filter is info", Choices: [On, Off]), new("n", "200000", "records")],
        values => new LogWorkload(values.Word("level") == On, values.Number("n")));

    private const string On = "info", Off = "debug";

    public override async GreenTask<long> Pass(Measurement measurement)
    {
        var lines = new LineCounter();
        var provider = new FederationLoggerProvider(lines, LogFilter.Parse("info"));
        provider.StartLogger();
        var logger = provider.CreateLogger("workload");
        var level = isOn ? LogLevel.Information : LogLevel.Debug;
        for (int i = 0; i < count; i++)
        {
            logger.Log(level, default, i, null, static (_, _) => "a record");
            if (i % 128 == 127) await GreenTask.Yield(); // the logger task has its turn
        }
        measurement.Stop();
        measurement.Note("level", $"{(isOn ? On : Off)}");
        provider.Dispose();
        WrongResultException.Unless(lines.Count, isOn ? count : 0, "lines");
        return count;
    }

    /// <summary>Counts lines and keeps nothing.</summary>
    private sealed class LineCounter : TextWriter
    {
        private long _count;

        public long Count => Volatile.Read(ref _count);

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value)
        {
            if (value == '\n') Interlocked.Increment(ref _count);
        }

        public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

        public override void Write(string? value) => Write(value.AsSpan());

        public override void Write(ReadOnlySpan<char> buffer)
        {
            int lines = buffer.Count('\n');
            if (lines > 0) Interlocked.Add(ref _count, lines);
        }
    }
}
