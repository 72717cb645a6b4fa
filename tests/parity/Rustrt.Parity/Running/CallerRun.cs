using Rustrt.Parity.Calls;

namespace Rustrt.Parity.Running;

/// <summary>What can be observed of one run of a caller.</summary>
/// <param name="ExitStatus">The exit status, 128 + n for signal n; null when it was still running at its time limit.</param>
/// <param name="Output">Lines of standard output.</param>
/// <param name="Errors">Lines of standard error.</param>
/// <param name="Elapsed">Wall-clock time.</param>
/// <param name="Calls">The router's call counts, when it left any.</param>
public sealed record CallerRun(int? ExitStatus, IReadOnlyList<string> Output, IReadOnlyList<string> Errors, TimeSpan Elapsed, CallReport? Calls)
{
    private const string RouterPrefix = "rustrt: ";
    private const string NotMigratedPrefix = RouterPrefix + "not migrated yet: ";

    /// <summary>True when the run was ended because it took longer than its limit.</summary>
    public bool Hung => ExitStatus is null;

    /// <summary>The router's word about a function that the setting does not serve yet, if it said one.</summary>
    public string? NotMigrated => Errors.FirstOrDefault(line => line.StartsWith(NotMigratedPrefix, StringComparison.Ordinal))?[RouterPrefix.Length..];

    /// <summary>The exit status in words.</summary>
    public string Ending => ExitStatus is { } status ? $"exit status {status}" : "still running at its time limit";
}
