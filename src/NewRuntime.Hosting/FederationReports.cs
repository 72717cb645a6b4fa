using Microsoft.Extensions.Logging;

namespace Rustrt.Federation.Hosting;

/// <summary>What a federation tells on stderr goes to the log of the host, unless the program has said where else to.</summary>
internal sealed partial class FederationReports(ILogger<Federation> logger)
{
    private static readonly FederationOptions s_default = new();

    /// <summary>The options with those reports that nobody has asked for.</summary>
    internal FederationOptions Of(FederationOptions given) => given with
    {
        UnobservedFailure = given.UnobservedFailure == s_default.UnobservedFailure ? TellFailure : given.UnobservedFailure,
        Stalled = given.Stalled == s_default.Stalled ? TellStall : given.Stalled,
        StallLineAfter = given.StallLineAfter == s_default.StallLineAfter ? Timeout.InfiniteTimeSpan : given.StallLineAfter, // it would say the same on stderr
        GlobalDataFailed = given.GlobalDataFailed == s_default.GlobalDataFailed ? TellGlobalData : given.GlobalDataFailed,
    };

    private void TellFailure(TaskFailure failure) => Guarded(() => LogFailure(failure.Task, failure.Exception), failure);

    private void TellStall(StallReport stall) => Guarded(() => LogStall(stall), stall);

    private void TellGlobalData(GlobalDataFailure failure) => Guarded(() => LogGlobalData(failure), failure);

    // They are told on threads that an exception would end, and the process with them: the finalizer's, for one.
    private static void Guarded(Action log, object report)
    {
        try
        {
            log();
        }
        catch (Exception e)
        {
            Console.Error.WriteLine($"rustrt: {report}; and it cannot be logged: {e.Message}");
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Task {Task} failed, and nobody joined it.")]
    private partial void LogFailure(string task, Exception exception);

    [LoggerMessage(2, LogLevel.Warning, "{Stall}")]
    private partial void LogStall(StallReport stall);

    [LoggerMessage(3, LogLevel.Error, "{Failure}")]
    private partial void LogGlobalData(GlobalDataFailure failure);
}
