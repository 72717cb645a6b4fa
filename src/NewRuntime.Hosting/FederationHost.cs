// One task, the keeper, runs the main task and then waits to be cancelled: so the federation lives as long as the host, with or
// without a main task, and its own end begins when nothing but what others spawned is left.
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Rustrt.Federation.Logging;

namespace Rustrt.Federation.Hosting;

/// <summary>Runs the federation while the host runs.</summary>
internal sealed partial class FederationHost(
    Federation federation, IOptions<FederationHostOptions> options, IServiceProvider services, IEnumerable<ILoggerProvider> loggers,
    IHostApplicationLifetime lifetime, ILogger<FederationHost> logger)
    : IHostedService
{
    private JoinHandle? _keeper;
    private volatile bool _stopping;
    private ExceptionDispatchInfo? _failure;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _keeper = federation.MainGroup.Spawn(Keep(), new SpawnOptions { Name = "host" });
        // Background: what does not end in time must not keep the process.
        new Thread(Run) { Name = "federation", IsBackground = true }.Start();
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_keeper is not { } keeper) return; // not started, since something before it failed to
        _keeper = null;
        _stopping = true;
        keeper.Cancel();
        keeper.Detach();
        try
        {
            var report = await federation.ShutdownAsync(options.Value.Drain, options.Value.Deadline).WaitAsync(cancellationToken).ConfigureAwait(false);
            foreach (var task in report.Cancelled) LogCancelled(task);
            foreach (var task in report.Remaining) LogRemaining(task);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogLimit(options.Value.Drain, options.Value.Deadline);
            foreach (var task in federation.Dump()) LogRemaining(task);
            _failure?.Throw(); // it says more
            throw;
        }
        _failure?.Throw();
    }

    private void Run()
    {
        try
        {
            federation.Run();
            if (_stopping) return;
            LogEnded(); // somebody has called ShutdownAsync: the host must not go on without what it serves
            lifetime.StopApplication();
        }
        catch (Exception e)
        {
            LogBroken(e);
            Fail(e);
        }
    }

    private async GreenTask Keep()
    {
        try
        {
            foreach (var provider in loggers.OfType<FederationLoggerProvider>())
            {
                if (!provider.HasLogger) provider.StartLogger();
            }
            if (options.Value.Main is { } main) await main(services);
            await GreenTask.Sleep(Timeout.InfiniteTimeSpan);
        }
        catch (OperationCanceledException) when (GreenTask.IsCancelled)
        {
            // The host stops.
        }
        catch (Exception e)
        {
            LogFailed(e);
            Fail(e);
        }
    }

    // The first failure is the one that StopAsync throws.
    private void Fail(Exception e)
    {
        Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(e), null);
        lifetime.StopApplication();
    }

    [LoggerMessage(1, LogLevel.Critical, "The main task of the federation failed; the host stops.")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(2, LogLevel.Information, "Cancelled, since the host stops: {Task}")]
    private partial void LogCancelled(TaskInfo task);

    [LoggerMessage(3, LogLevel.Warning, "Did not end in time: {Task}")]
    private partial void LogRemaining(TaskInfo task);

    [LoggerMessage(4, LogLevel.Critical, "The federation broke; the host stops.")]
    private partial void LogBroken(Exception exception);

    [LoggerMessage(5, LogLevel.Warning, "The federation has been shut down before the host, which stops.")]
    private partial void LogEnded();

    [LoggerMessage(6, LogLevel.Warning,
        "The host's limit (HostOptions.ShutdownTimeout) was over before the federation's: it has {Drain} for tasks to end by themselves, and {Deadline} after they have been cancelled.")]
    private partial void LogLimit(TimeSpan drain, TimeSpan deadline);
}
