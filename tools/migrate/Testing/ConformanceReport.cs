using System.Globalization;
using System.Text.RegularExpressions;

namespace Rustrt.Migrate.Testing;

/// <summary>What tests/conformance/run.py prints, and the file of failed cases that it writes.</summary>
internal static partial class ConformanceReport
{
    public static SuiteResult Parse(IEnumerable<string> output, IEnumerable<string> failedCases, Func<string, string> rerun)
    {
        var lines = output.ToList();
        var summary = lines.Select(line => Summary().Match(line)).LastOrDefault(match => match.Success)
            ?? throw new FormatException("run.py printed no line 'N of M cases agree'");
        var agree = int.Parse(summary.Groups[1].Value, CultureInfo.InvariantCulture);
        var cases = int.Parse(summary.Groups[2].Value, CultureInfo.InvariantCulture);
        var failures = failedCases.Where(name => name.Length > 0)
            .Select(name => new FailedTest(name, rerun(name), Reason(lines, name))).ToList();
        if (agree + failures.Count != cases)
        {
            throw new FormatException($"run.py counted {agree} of {cases} cases but named {failures.Count} failed ones");
        }
        return new SuiteResult(agree, failures);
    }

    private static string? Reason(IEnumerable<string> lines, string name)
    {
        var caller = name.Split('.')[0];
        return lines.FirstOrDefault(line => line.StartsWith($"FAIL {name} ", StringComparison.Ordinal))?[(6 + name.Length)..]
            ?? lines.FirstOrDefault(line => line.StartsWith($"BUILD {caller}:", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^(\d+) of (\d+) cases agree")]
    private static partial Regex Summary();
}
