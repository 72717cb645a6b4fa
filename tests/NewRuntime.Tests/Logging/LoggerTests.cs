using Microsoft.Extensions.Logging;
using Rustrt.Federation.Logging;

namespace Rustrt.Federation.Tests.Logging;

public sealed class LoggerTests : IDisposable
{
    private static readonly Func<int, Exception?, string> s_format = static (number, _) => $"number {number}";

    private readonly StringWriter _output = new();

    public void Dispose() => _output.Dispose();

    private FederationLoggerProvider Provider(string filter = "trace") => new(_output, LogFilter.Parse(filter));

    private string[] Messages() =>
        [.. _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..].TrimEnd('\r'))];

    private static void Log(ILogger logger, int number) => logger.Log(LogLevel.Information, default, number, null, s_format);

    [Fact]
    public void Without_a_federation_a_record_is_written_before_the_call_returns()
    {
        using var provider = Provider();
        provider.CreateLogger("My.Part").Log(LogLevel.Warning, default, 1, new InvalidOperationException("why"), s_format);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z warning My\.Part: number 1\r?\nSystem\.InvalidOperationException: why", _output.ToString());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Nothing_is_lost_at_the_end_and_each_task_keeps_its_order(int schedulers)
    {
        const int Tasks = 20, Each = 2000; // several times what the pipe holds
        using var provider = Provider();
        var logger = provider.CreateLogger("A");
        GreenRun.ToEnd(schedulers, async () =>
        {
            provider.StartLogger();
            for (int i = 0; i < Tasks; i++) GreenTask.Spawn(Chatter(logger, i * Each, Each)).Detach();
        });
        Assert.False(provider.HasLogger);
        int[] numbers = [.. Messages().Select(message => int.Parse(message["number ".Length..], System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(Tasks * Each, numbers.Length);
        foreach (var ofTask in numbers.GroupBy(number => number / Each))
            Assert.Equal(Enumerable.Range(ofTask.Key * Each, Each), ofTask);
    }

    [Fact]
    public void What_a_failing_federation_logged_last_is_written()
    {
        using var provider = Provider();
        var logger = provider.CreateLogger("A");
        var options = new FederationOptions { MainSchedulers = 1, MainTaskFailed = _ => { } };
        int status = GreenRun.Status(options, async () =>
        {
            provider.StartLogger();
            GreenTask.Spawn(LogWhenCancelled(logger)).Detach();
            await GreenTask.Yield();
            Log(logger, 1);
            throw new InvalidOperationException("the end");
        });
        Assert.Equal(KernelState.FailureStatus, status);
        Assert.Equal(["number 1", "number 2"], Messages());
    }

    [Fact]
    public void A_logger_task_that_is_cancelled_before_it_has_a_thread_writes_what_is_left()
    {
        using var output = new ThreadNotingWriter();
        using var provider = new FederationLoggerProvider(output, LogFilter.Everything);
        bool written = false, busy = false;
        GreenRun.Status(new FederationOptions { MainSchedulers = 1, BlockingThreads = 1, MainTaskFailed = _ => { } }, async () =>
        {
            GreenTask.Spawn(KeepTheThread()).Detach();
            while (!Volatile.Read(ref busy)) await GreenTask.Yield();
            provider.StartLogger();
            Log(provider.CreateLogger("A"), 1);
            await GreenTask.Yield();
            throw new InvalidOperationException("the end");
        });
        Assert.True(written);

        async GreenTask KeepTheThread() => await GreenTask.RunBlocking(() =>
        {
            Volatile.Write(ref busy, true);
            written = SpinWait.SpinUntil(() => output.Thread != 0, TimeSpan.FromSeconds(20));
        });
    }

    [Fact]
    public void With_a_logger_task_another_thread_than_the_caller_writes()
    {
        using var output = new ThreadNotingWriter();
        using var provider = new FederationLoggerProvider(output, LogFilter.Everything);
        int caller = 0;
        bool waited = false;
        GreenRun.ToEnd(1, async () =>
        {
            provider.StartLogger();
            caller = Environment.CurrentManagedThreadId;
            Log(provider.CreateLogger("A"), 1);
            while (output.Thread == 0)
            {
                waited = true;
                await GreenTask.Yield();
            }
        });
        Assert.True(waited, "the caller wrote by itself");
        Assert.NotEqual(caller, output.Thread);
    }

    [Fact]
    public void In_a_simulation_the_logger_task_writes_by_itself()
    {
        using var provider = Provider();
        var logger = provider.CreateLogger("A");
        for (int seed = 0; seed < 20; seed++)
        {
            Simulation.Run(seed, () => Main());
            Assert.Equal(Enumerable.Range(0, 100).Select(number => $"number {number}"), Messages().Skip(seed * 100));
        }

        async GreenTask Main()
        {
            provider.StartLogger();
            await Chatter(logger, 0, 100);
        }
    }

    [Fact]
    public void A_provider_has_one_logger_task_and_serves_the_next_federation_after_it()
    {
        using var provider = Provider();
        for (int i = 0; i < 2; i++)
        {
            GreenRun.ToEnd(1, async () =>
            {
                provider.StartLogger();
                Assert.Throws<InvalidOperationException>(provider.StartLogger);
                Log(provider.CreateLogger("A"), 1);
            });
        }
        Assert.Equal(["number 1", "number 1"], Messages());
        Assert.Throws<OutsideException>(provider.StartLogger);
    }

    [Fact]
    public void What_is_off_is_not_formatted_and_allocates_nothing()
    {
        using var provider = Provider("A=warn");
        var logger = provider.CreateLogger("A");
        Assert.False(logger.IsEnabled(LogLevel.Information));
        Assert.True(logger.IsEnabled(LogLevel.Warning));
        Log(logger, 0);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++) Log(logger, i);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Empty(_output.ToString());
    }

    [Theory]
    [InlineData("off", LogLevel.None)]
    [InlineData("error", LogLevel.Error)]
    [InlineData("info", LogLevel.Information)]
    [InlineData("trace", LogLevel.Trace)]
    public void A_level_is_on_from_the_lowest_up_and_none_never_is(string filter, LogLevel lowest)
    {
        using var provider = Provider(filter);
        var logger = provider.CreateLogger("A");
        foreach (var level in Enum.GetValues<LogLevel>())
        {
            bool on = level >= lowest && level != LogLevel.None;
            Assert.Equal(on, logger.IsEnabled(level));
            logger.Log(level, default, (int)level, null, s_format);
            Assert.Equal(on, _output.ToString().EndsWith($"number {(int)level}{Environment.NewLine}", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void An_output_that_fails_does_so_to_whoever_writes()
    {
        var failures = new List<TaskFailure>();
        using var output = new FailingWriter();
        using var provider = new FederationLoggerProvider(output, LogFilter.Everything);
        var logger = provider.CreateLogger("A");
        Assert.Throws<IOException>(() => Log(logger, 1));
        GreenRun.ToEnd(new FederationOptions { MainSchedulers = 1, UnobservedFailure = failures.Add }, async () =>
        {
            provider.StartLogger();
            Log(logger, 2);
            while (provider.HasLogger) await GreenTask.Yield();
        });
        Assert.Equal("logger", Assert.Single(failures).Task);
    }

    private static async GreenTask Chatter(ILogger logger, int first, int count)
    {
        for (int i = 0; i < count; i++)
        {
            Log(logger, first + i);
            if (i % 100 == 0) await GreenTask.Yield();
        }
    }

    private static async GreenTask LogWhenCancelled(ILogger logger)
    {
        await GreenTask.Sleep(Timeout.InfiniteTimeSpan);
        Log(logger, 2);
    }

    private sealed class ThreadNotingWriter : StringWriter
    {
        private volatile int _thread;

        internal int Thread => _thread;

        public override void WriteLine(string? value) => _thread = Environment.CurrentManagedThreadId;
    }

    private sealed class FailingWriter : StringWriter
    {
        private int _left = 2; // Dispose flushes what nobody could write, and is let off

        public override void WriteLine(string? value)
        {
            if (_left-- > 0) throw new IOException("the disk is full");
        }
    }
}
