using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Tests.Hosting;

/// <summary>A federation in the Generic Host.</summary>
public class FederationHostTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task It_starts_with_the_host_serves_whoever_has_it_injected_and_stops_with_it()
    {
        bool finallyRan = false;
        var started = new TaskCompletionSource();
        async GreenTask Main()
        {
            try
            {
                started.SetResult();
                await GreenRun.UntilCancelled();
            }
            finally
            {
                using (GreenTask.Unkillable()) await GreenTask.Sleep(TimeSpan.FromMilliseconds(1));
                finallyRan = true;
            }
        }
        static async GreenTask<int> Answer()
        {
            await GreenTask.Yield();
            return 42;
        }
        var log = new HostLog();
        using var host = HostRun.With(log, options => options.Main = _ => Main());
        await host.StartAsync().WaitAsync(s_patience);
        var federation = host.Services.GetRequiredService<Federation>();
        await started.Task.WaitAsync(s_patience);
        Assert.Equal(42, await federation.MainGroup.Spawn(Answer()).AsTask().WaitAsync(s_patience));

        await host.StopAsync().WaitAsync(s_patience);

        Assert.True(finallyRan);
        Assert.Empty(federation.Dump());
        Assert.Empty(log.Lines);
        Assert.Throws<InvalidOperationException>(() => federation.MainGroup.Spawn(Answer()));
    }

    [Fact]
    public async Task Without_a_main_task_it_lives_until_the_host_stops()
    {
        using var host = HostRun.With(new HostLog(), _ => { });
        await host.StartAsync().WaitAsync(s_patience);
        var federation = host.Services.GetRequiredService<Federation>();
        static async GreenTask Nothing() => await GreenTask.Yield();
        for (int i = 0; i < 3; i++) await federation.MainGroup.Spawn(Nothing()).AsTask().WaitAsync(s_patience);
        Assert.False(federation.IsShuttingDown);
        await host.StopAsync().WaitAsync(s_patience);
        Assert.True(federation.IsShuttingDown);
    }

    [Fact]
    public async Task What_others_spawned_is_drained()
    {
        bool done = false;
        var (sender, receiver) = Pipe.Stream<int>();
        receiver.Release();
        async GreenTask Wait()
        {
            await receiver.Receive();
            done = true;
        }
        var log = new HostLog();
        using var host = HostRun.With(log, options => options.Drain = s_patience);
        await host.StartAsync().WaitAsync(s_patience);
        var federation = host.Services.GetRequiredService<Federation>();
        federation.MainGroup.Spawn(Wait()).Detach();
        var stop = host.StopAsync();
        while (!federation.IsClosing) await Task.Yield();
        Assert.False(stop.IsCompleted);
        sender.Release(); // this test has changed threads
        sender.TrySend(1);
        await stop.WaitAsync(s_patience);
        Assert.True(done);
        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task What_does_not_end_by_itself_is_cancelled_and_what_does_not_end_then_is_logged()
    {
        var release = new TaskCompletionSource();
        static async GreenTask Weak() => await GreenTask.Sleep(Timeout.InfiniteTimeSpan);
        async GreenTask Stubborn()
        {
            using (GreenTask.Unkillable()) await release.Task;
        }
        var log = new HostLog();
        using var host = HostRun.With(log, options => options.Drain = options.Deadline = TimeSpan.FromMilliseconds(10));
        await host.StartAsync().WaitAsync(s_patience);
        var group = host.Services.GetRequiredService<Federation>().MainGroup;
        group.Spawn(Weak(), new SpawnOptions { Name = "weak" }).Detach();
        group.Spawn(Stubborn(), new SpawnOptions { Name = "stubborn" }).Detach();
        await host.StopAsync().WaitAsync(s_patience);
        release.SetResult();
        Assert.Contains(log.Lines, line => Regex.IsMatch(line, @"^Information: Cancelled, since the host stops: task weak "));
        Assert.Contains(log.Lines, line => Regex.IsMatch(line, @"^Warning: Did not end in time: task \d+, stubborn "));
        Assert.DoesNotContain(log.Lines, line => Regex.IsMatch(line, @"^Warning: Did not end in time: task \d+, weak "));
    }

    [Fact]
    public async Task A_main_task_that_fails_stops_the_host_which_ends_by_its_exception()
    {
        static async GreenTask Main()
        {
            await GreenTask.Yield();
            throw new FormatException("the root");
        }
        var log = new HostLog();
        using var host = HostRun.With(log, options => options.Main = _ => Main());
        var e = await Assert.ThrowsAsync<FormatException>(() => host.RunAsync().WaitAsync(s_patience));
        Assert.Equal("the root", e.Message);
        Assert.Contains("Critical: The main task of the federation failed; the host stops.", log.Lines);
    }

    [Fact]
    public async Task What_is_left_when_the_hosts_own_limit_is_over_is_logged_too()
    {
        var release = new TaskCompletionSource();
        var log = new HostLog();
        using var host = HostRun.With(log, options => options.Drain = options.Deadline = s_patience);
        await host.StartAsync().WaitAsync(s_patience);
        async GreenTask Stubborn()
        {
            using (GreenTask.Unkillable()) await release.Task;
        }
        host.Services.GetRequiredService<Federation>().MainGroup.Spawn(Stubborn(), new SpawnOptions { Name = "stubborn" }).Detach();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.StopAsync(new CancellationToken(canceled: true)).WaitAsync(s_patience));

        release.SetResult();
        Assert.Contains(log.Lines, line => line.StartsWith("Warning: The host's limit (HostOptions.ShutdownTimeout) was over before", StringComparison.Ordinal));
        Assert.Contains(log.Lines, line => Regex.IsMatch(line, @"^Warning: Did not end in time: task \d+, stubborn "));
    }

    [Fact]
    public async Task A_federation_that_breaks_stops_the_host_which_ends_by_its_exception()
    {
        var log = new HostLog();
        using var host = HostRun.With(log, options => options.Federation = options.Federation with
        {
            ThreadEnding = scheduler =>
            {
                if (scheduler.Group.Id == 1) throw new FormatException("the platform's thread");
            },
        }, options => options.Drain = options.Deadline = TimeSpan.FromMilliseconds(1));
        await host.StartAsync().WaitAsync(s_patience);
        var run = host.WaitForShutdownAsync();
        _ = host.Services.GetRequiredService<Federation>().ShutdownAsync(TimeSpan.Zero, s_patience);

        var e = await Assert.ThrowsAsync<FormatException>(() => run.WaitAsync(s_patience));

        Assert.Equal("the platform's thread", e.Message);
        Assert.Contains("Critical: The federation broke; the host stops.", log.Lines);
    }

    [Fact]
    public async Task A_federation_that_somebody_else_shuts_down_stops_the_host()
    {
        var log = new HostLog();
        using var host = HostRun.With(log, _ => { });
        await host.StartAsync().WaitAsync(s_patience);
        var run = host.WaitForShutdownAsync();

        await host.Services.GetRequiredService<Federation>().ShutdownAsync(TimeSpan.Zero, s_patience).WaitAsync(s_patience);

        await run.WaitAsync(s_patience);
        Assert.Contains("Warning: The federation has been shut down before the host, which stops.", log.Lines);
    }

    [Fact]
    public void A_second_federation_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddFederation().AddFederation());
}
