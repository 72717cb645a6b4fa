using System.Text;
using Microsoft.Extensions.Logging;
using Rustrt.Federation.Logging;

namespace Rustrt.Federation.Tests.Logging;

/// <summary>An output that takes a line only when it is allowed to.</summary>
public sealed class StuckOutputTests : IDisposable
{
    private const int Capacity = 8;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private static readonly Func<int, Exception?, string> s_format = static (number, _) => $"number {number}";

    private readonly SlowWriter _output = new();

    public void Dispose() => _output.Dispose();

    private FederationLoggerProvider Provider(FullLogPolicy whenFull = FullLogPolicy.Wait) =>
        new(new FederationLoggerOptions { Output = _output, Filter = LogFilter.Everything, Capacity = Capacity, WhenFull = whenFull });

    [Fact]
    public void While_there_is_room_it_stops_no_scheduler()
    {
        using var provider = Provider();
        var logger = provider.CreateLogger("A");
        GreenRun.ToEnd(1, async () =>
        {
            provider.StartLogger();
            await UntilStuck(logger);
            for (int i = 1; i <= Capacity; i++)
            {
                Log(logger, i);
                await GreenTask.Yield();
            }
            Assert.Equal([], _output.Lines); // so the scheduler has gone on beside it
            _output.Allow(int.MaxValue / 2);
        });
        Assert.Equal(Enumerable.Range(0, Capacity + 1).Select(number => $"number {number}"), _output.Lines);
    }

    [Fact]
    public void Without_room_whoever_logs_waits_and_nothing_is_lost()
    {
        using var provider = Provider();
        var logger = provider.CreateLogger("A");
        int logged = 0, beforeItTookAny = 0;
        GreenRun.ToEnd(1, async () =>
        {
            provider.StartLogger();
            await UntilStuck(logger);
            var release = new Thread(() =>
            {
                SpinWait.SpinUntil(() => Volatile.Read(ref logged) >= Capacity, s_patience);
                beforeItTookAny = Volatile.Read(ref logged);
                _output.Allow(int.MaxValue / 2);
            });
            release.Start();
            for (int i = 1; i <= Capacity * 3; i++)
            {
                Log(logger, i);
                Interlocked.Increment(ref logged);
            }
#pragma warning disable FED003 // on purpose: the scheduler stands still
            release.Join();
#pragma warning restore FED003
        });
        Assert.Equal(Capacity, beforeItTookAny);
        Assert.Equal(0, provider.Dropped);
        Assert.Equal(Enumerable.Range(0, (Capacity * 3) + 1).Select(number => $"number {number}"), _output.Lines);
    }

    [Fact]
    public void Whoever_waits_goes_on_when_there_is_room_and_not_only_when_everything_is_written()
    {
        using var provider = Provider();
        var logger = provider.CreateLogger("A");
        GreenRun.ToEnd(1, async () =>
        {
            provider.StartLogger();
            await UntilStuck(logger);
            for (int i = 1; i <= Capacity; i++) Log(logger, i);
            var waits = new Thread(() => Log(logger, Capacity + 1));
            waits.Start();
            _output.Allow(1); // the writer takes the next, and is stuck again
#pragma warning disable FED003 // on purpose: the scheduler stands still
            Assert.True(waits.Join(s_patience));
#pragma warning restore FED003
            Assert.Equal(["number 0"], _output.Lines);
            _output.Allow(int.MaxValue / 2);
        });
        Assert.Equal(Capacity + 2, _output.Lines.Length);
    }

    [Fact]
    public void Records_are_dropped_and_counted_if_that_is_wanted_and_a_line_tells_how_many()
    {
        using var provider = Provider(FullLogPolicy.Drop);
        var logger = provider.CreateLogger("A");
        GreenRun.ToEnd(1, async () =>
        {
            provider.StartLogger();
            await UntilStuck(logger);
            for (int i = 1; i <= Capacity + 10; i++) Log(logger, i);
            Assert.Equal(10, provider.Dropped);
            _output.Allow(int.MaxValue / 2);
            while (_output.Lines.Length < Capacity + 2) await GreenTask.Yield();
            Log(logger, 100);
        });
        var (records, told) = (_output.Lines.Where(line => line.StartsWith("number", StringComparison.Ordinal)), _output.Lines.Where(line => line[0] != 'n'));
        Assert.Equal([.. Enumerable.Range(0, Capacity + 1).Select(number => $"number {number}"), "number 100"], records);
        Assert.Equal(["10 records dropped: the output took too long"], told);
    }

    [Fact]
    public void Without_a_logger_task_nothing_is_dropped()
    {
        _output.Allow(int.MaxValue / 2);
        using var provider = Provider(FullLogPolicy.Drop);
        for (int i = 0; i < Capacity * 3; i++) Log(provider.CreateLogger("A"), i);
        Assert.Equal(Capacity * 3, _output.Lines.Length);
    }

    [Fact]
    public void Whoever_disposes_of_the_provider_does_not_wait_for_ever()
    {
        var provider = new FederationLoggerProvider(new FederationLoggerOptions
        {
            Output = _output, Filter = LogFilter.Everything, ExitLimit = TimeSpan.FromMilliseconds(1),
        });
        var logs = new Thread(() => Log(provider.CreateLogger("A"), 1));
        logs.Start();
        Assert.True(_output.IsStuck.Wait(s_patience));

        var disposes = new Thread(provider.Dispose);
        disposes.Start();
        bool inTime = disposes.Join(s_patience);

        Assert.True(inTime);
        Assert.Equal([], _output.Lines);
        _output.Allow(1);
        Assert.True(logs.Join(s_patience));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, -2)]
    public void Options_that_make_no_sense_are_refused(int capacity, int exitLimit) => Assert.Throws<ArgumentOutOfRangeException>(() =>
        new FederationLoggerProvider(new FederationLoggerOptions { Capacity = capacity, ExitLimit = TimeSpan.FromSeconds(exitLimit) }));

    private static void Log(ILogger logger, int number) => logger.Log(LogLevel.Information, default, number, null, s_format);

    private async GreenTask UntilStuck(ILogger logger)
    {
        Log(logger, 0);
        while (!_output.IsStuck.IsSet) await GreenTask.Yield();
    }

    private sealed class SlowWriter : TextWriter
    {
        private readonly SemaphoreSlim _allowed = new(0);
        private readonly List<string> _lines = [];

        internal ManualResetEventSlim IsStuck { get; } = new();

        public override Encoding Encoding => Encoding.UTF8;

        internal string[] Lines
        {
            get { lock (_lines) return [.. _lines]; }
        }

        internal void Allow(int lines) => _allowed.Release(lines);

        public override void Write(char value)
        {
        }

        public override void WriteLine(string? value)
        {
            if (!_allowed.Wait(0))
            {
                IsStuck.Set();
                _allowed.Wait();
            }
            lock (_lines) _lines.Add(value!);
        }

        protected override void Dispose(bool disposing)
        {
            _allowed.Dispose();
            IsStuck.Dispose();
            base.Dispose(disposing);
        }
    }
}
