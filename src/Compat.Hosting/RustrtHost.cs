using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.FeatureManagement;
using Rustrt.Bindgen.Runtime.Switch;
using Rustrt.Compat.Managed;

namespace Rustrt.Compat.Hosting;

/// <summary>
/// Decides at the start of the host, before anything of the host calls the old API, and tells the logger. It is decided for the life of
/// the process: a feature that changes later changes the next start.
/// </summary>
internal sealed partial class RustrtHost(
    IOptions<RustrtOptions> options, ILoggerFactory loggers, IFeatureManager? features = null) : IHostedLifecycleService
{
    private const string Variable = "RUSTRT_SWITCH";

    private readonly ILogger _switchLog = loggers.CreateLogger("Rustrt.Switch");
    private readonly ILogger _log = loggers.CreateLogger("Rustrt");

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        RustrtOptions given = options.Value;
        if (given.Library is { } library) RustrtLibrary.Path = library;
        ManagedTasks.Notices = Notice;
        NativeLog.Written = Line;
        string? setting = await HostSetting.RenderAsync(given, features);
        if (setting == null) return;
        if (Environment.GetEnvironmentVariable(Variable) is { } own)
        {
            Overridden(_switchLog, own, setting);
            return;
        }
        IReadOnlyList<string> decisions;
        try
        {
            decisions = HostSetting.Check(setting);
        }
        catch (SwitchException refused)
        {
            throw new InvalidOperationException($"Rustrt: the host's setting is '{setting}': {refused.Message}", refused);
        }
        RustrtLibrary.SetVariable(Variable, setting);
        Decided(_switchLog, setting);
        foreach (string decision in decisions) Unit(_switchLog, decision);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Nobody tells a logger that is gone.</summary>
    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        ManagedTasks.Notices = null;
        NativeLog.Written = null;
        return Task.CompletedTask;
    }

    private void Notice(string notice) => Noticed(_log, notice);

    private void Line(string line) => Logged(_log, line);

    [LoggerMessage(Level = LogLevel.Information, Message = "the switch is {Setting}")]
    private static partial void Decided(ILogger logger, string setting);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Decision}")]
    private static partial void Unit(ILogger logger, string decision);

    [LoggerMessage(Level = LogLevel.Warning, Message = "RUSTRT_SWITCH is {Own} and beats the host's setting {Setting}")]
    private static partial void Overridden(ILogger logger, string own, string setting);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Notice}")]
    private static partial void Noticed(ILogger logger, string notice);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Line}")]
    private static partial void Logged(ILogger logger, string line);
}
