using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rustrt.Federation.Hosting;
using Rustrt.Federation.Logging;

namespace Rustrt.Federation.Tests.Hosting;

/// <summary>Where a federation in a host tells what it tells.</summary>
public class HostReportTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_failure_that_nobody_joined_is_in_the_log_of_the_host()
    {
        var log = new HostLog();
        using var host = HostRun.With(log);
        await host.StartAsync().WaitAsync(s_patience);
        host.Services.GetRequiredService<Federation>().MainGroup.Spawn(Fail(), new SpawnOptions { Name = "fragile" }).Detach();
        Assert.True(SpinWait.SpinUntil(() => log.Lines.Contains("Error: Task fragile failed, and nobody joined it."), s_patience));
        await host.StopAsync().WaitAsync(s_patience);
    }

    [Fact]
    public async Task So_is_a_turn_that_does_not_end()
    {
        var log = new HostLog();
        using var host = HostRun.With(log, options => options.Federation = options.Federation with { StallAfter = TimeSpan.FromMilliseconds(1) });
        await host.StartAsync().WaitAsync(s_patience);
        host.Services.GetRequiredService<Federation>().MainGroup.Spawn(Stall(), new SpawnOptions { Name = "busy" }).Detach();
        Assert.True(SpinWait.SpinUntil(() => IsTold(log), s_patience));
        await host.StopAsync().WaitAsync(s_patience);

        async GreenTask Stall()
        {
            await GreenTask.Yield();
#pragma warning disable FED003 // on purpose: the scheduler stands still
            SpinWait.SpinUntil(() => IsTold(log), s_patience);
#pragma warning restore FED003
        }

        static bool IsTold(HostLog log) => log.Lines.Any(line => Regex.IsMatch(line, @"^Warning: scheduler 2\.\d has been in one turn of task busy "));
    }

    [Fact]
    public async Task Unless_the_program_takes_it_itself()
    {
        var failures = new System.Collections.Concurrent.ConcurrentQueue<TaskFailure>();
        var log = new HostLog();
        using var host = HostRun.With(log, options => options.Federation = new FederationOptions { UnobservedFailure = failures.Enqueue });
        await host.StartAsync().WaitAsync(s_patience);
        host.Services.GetRequiredService<Federation>().MainGroup.Spawn(Fail(), new SpawnOptions { Name = "fragile" }).Detach();
        Assert.True(SpinWait.SpinUntil(() => !failures.IsEmpty, s_patience));
        await host.StopAsync().WaitAsync(s_patience);
        Assert.Equal("fragile", Assert.Single(failures).Task);
        Assert.DoesNotContain(log.Lines, line => line.Contains("fragile", StringComparison.Ordinal));
    }

    [Fact]
    public void A_log_that_fails_fails_nobody_who_reports()
    {
        using var broken = new LoggerFactory([new BrokenLog()]);
        var options = new FederationReports(broken.CreateLogger<Federation>()).Of(new FederationOptions { MainSchedulers = 1 });
        bool wentOn = false;
        GreenRun.ToEnd(options, async () =>
        {
            GreenTask.Spawn(Fail()).Detach();
            await GreenTask.Yield();
            await GreenTask.Yield();
            wentOn = true;
        });
        Assert.True(wentOn);
    }

    [Fact]
    public async Task A_task_of_the_federation_writes_the_log()
    {
        using var output = new StringWriter();
        var started = new TaskCompletionSource<bool>();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddFederationLogger(options => (options.Output, options.Filter) = (output, LogFilter.Everything));
        builder.Services.AddFederation(options => options.Main = services => Main(services));
        using var host = builder.Build();
        await host.StartAsync().WaitAsync(s_patience);
        Assert.True(await started.Task.WaitAsync(s_patience));
        await host.StopAsync().WaitAsync(s_patience);
        Assert.False(host.Services.GetRequiredService<FederationLoggerProvider>().HasLogger);
        Assert.Matches(@" info Rustrt\.Federation\.Tests\.Hosting\.HostReportTests \[scheduler 2\.\d\]: from the main task\r?\n", output.ToString());

        async GreenTask Main(IServiceProvider services)
        {
            services.GetRequiredService<ILogger<HostReportTests>>().LogInformation("from the main task");
            started.SetResult(services.GetRequiredService<FederationLoggerProvider>().HasLogger);
            await GreenTask.Yield();
        }
    }

    private static async GreenTask Fail()
    {
        await GreenTask.Yield();
        throw new FormatException("broken");
    }

    private sealed class BrokenLog : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            throw new IOException("the disk is full");
    }
}
