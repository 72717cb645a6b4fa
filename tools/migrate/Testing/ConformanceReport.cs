using System.Globalization;
using System.Text.RegularExpressions;

namespace Rustrt.Migrate.Testing;

/// <summary>A recorded case that does not agree.</summary>
internal sealed record ConformanceFailure(string Case, string Rerun, string? Reason);

/// <summary>What tests/conformance/run.py prints, and the file of failed cases that it writes.</summary>
internal sealed partial record ConformanceReport(int Agree, IReadOnlyList<ConformanceFailure> Failures)
{
    public static ConformanceReport Parse(IEnumerable<string> output, IEnumerable<string> failedCases, Func<string, string> rerun)
    {
        var lines = output.ToList();
        var summary = lines.Select(line => Summary().Match(line)).LastOrDefault(match => match.Success)
            ?? throw new FormatException("run.py printed no line 'N of M cases agree'");
        var agree = int.Parse(summary.Groups[1].Value, CultureInfo.InvariantCulture);
        var cases = int.Parse(summary.Groups[2].Value, CultureInfo.InvariantCulture);
        var failures = failedCases.Where(name => name.Length > 0)
            .Select(name => new ConformanceFailure(name, rerun(name), ReasonOf(lines, name))).ToList();
        if (agree + failures.Count != cases)
        {
            throw new FormatException($"run.py counted {agree} of {cases} cases but named {failures.Count} failed ones");
        }
        return new ConformanceReport(agree, failures);
    }

    public static ConformanceReport operator +(ConformanceReport left, ConformanceReport right) =>
        new(left.Agree + right.Agree, [.. left.Failures, .. right.Failures]);

    /// <summary>The same, with some failures left out of the count.</summary>
    public ConformanceReport Without(IReadOnlyCollection<string> cases) =>
        this with { Failures = [.. Failures.Where(failure => !cases.Contains(failure.Case))] };

    private static string? ReasonOf(IEnumerable<string> lines, string name)
    {
        var caller = name.Split('.')[0];
        return lines.FirstOrDefault(line => line.StartsWith($"FAIL {name} ", StringComparison.Ordinal))?[(6 + name.Length)..]
            ?? lines.FirstOrDefault(line => line.StartsWith($"BUILD {caller}:", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^(\d+) of (\d+) cases agree")]
    private static partial Regex Summary();
}
