using System.Text.RegularExpressions;
using Rustrt.Compat.Tests.Abi;
using Rustrt.Compat.Tests.Parity;
using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Calls;

/// <summary>
/// Every function of the old API is called by the cases of legacy/tests, which end as they declare: the router's own trace
/// names what was called, with everything legacy and with everything new.
/// </summary>
public sealed partial class SymbolMeterTests
{
    private sealed record Case(string Area, string Name, string Text, string File);

    private static readonly IReadOnlyList<Case> s_cases = [.. LegacyCasesTests.Areas.Where(area => File.Exists(SourceOf(area))).SelectMany(CasesOf)];

    public static TheoryData<string> Settings => [Backing.AllLegacy.Setting!, Backing.AllNew.Setting!];

    [Theory]
    [MemberData(nameof(Settings))]
    public void Every_function_is_called(string setting)
    {
        using TemporaryFolder folder = new();
        SortedSet<string> missing = new(OldApi.Functions.Select(function => function.Symbol), StringComparer.Ordinal);
        Assert.Equal(OldApi.Count, missing.Count);

        // First cases whose own lines name what is still missing, then those whose file does; what only the harness names, any case may call.
        foreach (Func<Case, bool> promises in new Func<Case, bool>[] { one => Names(one.Text), one => Names(one.File), _ => missing.Count > 0 })
        {
            foreach (Case one in s_cases.Where(promises))
                missing.ExceptWith(CalledBy(one.Area, one.Name, Backing.Router(setting), folder[$"{one.Area}-{one.Name}"]));
        }

        Assert.True(missing.Count == 0, $"{missing.Count} of {OldApi.Count} functions are called by no case: {string.Join(", ", missing)}");

        bool Names(string text) => missing.Any(symbol => text.Contains(symbol, StringComparison.Ordinal));
    }

    private static HashSet<string> CalledBy(string area, string name, Backing backing, string trace)
    {
        Outcome outcome = CaseProgram.RunOnOne(Repository.LegacyTest(area), name, backing, ("RUSTRT_TRACE", "all"), ("RUSTRT_TRACE_FILE", trace));
        Assert.True(outcome.Status == 0, $"{area} {name} on {backing}: {outcome}");
        // A case about layouts calls nothing, and the trace begins with the first call.
        if (!File.Exists(trace)) return [];
        HashSet<string> called = [.. File.ReadLines(trace).Select(line => Call().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value)];
        File.Delete(trace);
        return called;
    }

    private static IEnumerable<Case> CasesOf(string area)
    {
        string file = File.ReadAllText(SourceOf(area));
        string[] names = [.. CaseProgram.Cases(SourceOf(area))];
        int[] begins = [.. names.Select(name => file.IndexOf($"({name},", StringComparison.Ordinal)), file.Length];
        return names.Select((name, index) => new Case(area, name, file[begins[index]..begins[index + 1]], file));
    }

    private static string SourceOf(string area) => Repository.Source($"legacy/tests/{area}.cpp");

    [GeneratedRegex(@"^rustrt-trace: \[\d+\] (\w+)\(")]
    private static partial Regex Call();
}
