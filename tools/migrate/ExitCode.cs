namespace Rustrt.Migrate;

/// <summary>
/// The exit codes of the command line (docs/cli.md). Those of <c>run</c> stay clear of what the program it runs may return
/// for its own reasons: of the router's 114 and 119-123 (src/Compat/Switch/switch_exit_codes.h), of 124 and 125 (timeout), and of
/// 128 + a signal.
/// </summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The verb did its work and found failures: tests, divergences, floors that are not met.</summary>
    public const int Failures = 1;

    public const int Usage = 2;

    // 3 (platform) and 4 (.NET SDK) are the launcher's; they are decided before there is a tool to run.
    public const int MissingPackages = 5;
    public const int BuildFailed = 6;
    public const int Interrupted = 130;

    public const int NotBuilt = 115;
    public const int NotElf = 116;
    public const int NotLinked = 117;
    public const int BypassesSwitch = 118;

    // The router's, before any task runs.
    public const int FirstRefusal = 119;
    public const int LastRefusal = 123;

    public const int NotExecutable = 126;
    public const int NotFound = 127;
}
