namespace Rustrt.Migrate.Testing;

/// <summary>A test that failed, and the command that runs it alone again.</summary>
internal sealed record FailedTest(string Name, string Rerun, string? Message = null);

/// <summary>The counts of one suite, summed from its real results.</summary>
internal sealed record SuiteResult(int Passed, IReadOnlyList<FailedTest> Failures, int Skipped = 0)
{
    public int Failed => Failures.Count;

    public static SuiteResult operator +(SuiteResult left, SuiteResult right) =>
        new(left.Passed + right.Passed, [.. left.Failures, .. right.Failures], left.Skipped + right.Skipped);

    public static readonly SuiteResult Empty = new(0, []);

    public string Counts => $"{Passed} passed, {Failed} failed" + (Skipped > 0 ? $", {Skipped} skipped" : "");
}
