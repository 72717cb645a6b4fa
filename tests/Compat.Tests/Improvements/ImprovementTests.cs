using Rustrt.Compat.Backends.New;
using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Improvements;

/// <summary>RUSTRT_IMPROVE: what each improvement changes, with it and without, on the new backend.</summary>
public sealed class ImprovementTests
{
    private const string Source = "improvements.cpp";

    public static TheoryData<string> Cases => [.. CaseProgram.Cases(Compiler.Own(Source))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Ends_as_it_declares(string name) => CaseProgram.Check(Compiler.Cases(Source), name, Backing.AllNew);

    [Fact]
    public void All_legacy_has_none() =>
        Assert.Equal(0, CaseProgram.Run(Compiler.Cases(Source), "cycles_stay_until_the_task_ends_without_it", Backing.AllLegacy).Status);

    [Fact]
    public void Every_improvement_has_a_row_in_the_road_map_and_a_case()
    {
        string road = File.ReadAllText(Repository.Source("MIGRATION.md")), cases = File.ReadAllText(Compiler.Own(Source));
        Assert.All(ImprovementParser.Names, name =>
        {
            Assert.Matches($@"(?m)^\| `{name}[`=]", road);
            Assert.Contains($"IMPROVE(\"{name}", cases, StringComparison.Ordinal);
        });
    }
}
