using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Rustrt.Federation.Tests.Observing;

/// <summary>The page docs/federation-observing.md knows every instrument, and no other.</summary>
public sealed partial class MeterTableTests
{
    [Fact]
    public void The_table_of_the_page_has_the_instruments_of_the_meter()
    {
        var instruments = new List<string>();
        RuntimeHelpers.RunClassConstructor(typeof(FederationMeter).TypeHandle);
        using (var listener = new MeterListener())
        {
            listener.InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == FederationMeter.Name) instruments.Add(instrument.Name);
            };
            listener.Start();
        }
        string root = typeof(MeterTableTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepoRoot").Value!;
        var rows = File.ReadLines(Path.Combine(root, "docs/federation-observing.md"))
            .SkipWhile(line => !line.StartsWith("| instrument |", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'));
        var told = rows.SelectMany(row => Name().Matches(row.Split('|')[1]).Select(match => match.Groups["name"].Value));
        Assert.Equal(instruments.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("`(?<name>[^`]+)`")]
    private static partial Regex Name();
}
