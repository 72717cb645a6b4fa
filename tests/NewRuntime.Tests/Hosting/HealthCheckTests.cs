using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Rustrt.Federation.Tests.Hosting;

/// <summary>The health check of a federation in a host.</summary>
public class HealthCheckTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task It_is_healthy_while_it_runs_and_not_when_it_has_been_asked_to_end()
    {
        using var host = Host(s_patience);
        await host.StartAsync().WaitAsync(s_patience);
        Assert.Equal((HealthStatus.Healthy, null), await Check(host));

        await host.StopAsync().WaitAsync(s_patience);

        var (status, why) = await Check(host);
        Assert.Equal(HealthStatus.Unhealthy, status);
        Assert.Matches("^The federation is in phase [A-Z][a-z]+\\.$", why);
    }

    [Fact]
    public async Task Schedulers_that_stand_still_are_told()
    {
        using var host = Host(TimeSpan.FromMilliseconds(1));
        await host.StartAsync().WaitAsync(s_patience);
        using var standing = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        async GreenTask Stand()
        {
            await GreenTask.Yield();
            standing.Set();
#pragma warning disable FED003 // on purpose: the scheduler stands still
            go.Wait();
#pragma warning restore FED003
        }
        host.Services.GetRequiredService<Federation>().MainGroup.Spawn(Stand()).Detach();
        Assert.True(standing.Wait(s_patience));

        Assert.Equal((HealthStatus.Unhealthy, "No task had a turn within 00:00:00.0010000."), await Check(host));

        go.Set();
        await host.StopAsync().WaitAsync(s_patience);
    }

    private static async Task<(HealthStatus Status, string? Why)> Check(IHost host)
    {
        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync().WaitAsync(s_patience);
        var entry = report.Entries["federation"];
        return (entry.Status, entry.Description);
    }

    private static IHost Host(TimeSpan limit)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging();
        builder.Services.AddFederation(options => options.Federation = options.Federation with { MainSchedulers = 1, StallAfter = Timeout.InfiniteTimeSpan });
        builder.Services.AddHealthChecks().AddFederation(limit);
        return builder.Build();
    }
}
