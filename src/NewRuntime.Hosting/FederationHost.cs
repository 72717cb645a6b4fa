// One task, the keeper, runs the main task and then waits to be cancelled: so the federation lives as long as the host, with or
// without a main task, and its own end begins when nothing but what others spawned is left.
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Rustrt.Federation.Hosting;

/// <summary>Runs the federation while the host runs.</summary>
internal sealed partial class FederationHost(
    Federation federation, FederationHostOptions options, IServiceProvider services, IHostApplicationLifetime lifetime, ILogger<FederationHost> logger)
    : IHostedService
{
    private JoinHandle? _keeper;
    private volatile ExceptionDispatchInfo? _failure;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _keeper = federation.MainGroup.Spawn(Keep(), new SpawnOptions { Name = "host" });
        // Background: what does not end in time must not keep the process.
        new Thread(() => federation.Run()) { Name = "federation", IsBackground = true }.Start();
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_keeper is not { } keeper) return; // not started, since something before it failed to
        _keeper = null;
        keeper.Cancel();
        keeper.Detach();
        var report = await federation.ShutdownAsync(options.Drain, options.Deadline).WaitAsync(cancellationToken).ConfigureAwait(false);
        foreach (var task in report.Cancelled) LogCancelled(task);
        foreach (var task in report.Remaining) LogRemaining(task);
        _failure?.Throw();
    }

    private async GreenTask Keep()
    {
        try
        {
            if (options.Main is { } main) await main(services);
            await GreenTask.Sleep(Timeout.InfiniteTimeSpan);
        }
        catch (OperationCanceledException) when (GreenTask.IsCancelled)
        {
            // The host stops.
        }
        catch (Exception e)
        {
            _failure = ExceptionDispatchInfo.Capture(e); // StopAsync throws it
            LogFailed(e);
            lifetime.StopApplication();
        }
    }

    [LoggerMessage(1, LogLevel.Critical, "The main task of the federation failed; the host stops.")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(2, LogLevel.Information, "Cancelled, since the host stops: {Task}")]
    private partial void LogCancelled(TaskInfo task);

    [LoggerMessage(3, LogLevel.Warning, "Did not end in time: {Task}")]
    private partial void LogRemaining(TaskInfo task);
}
