using Rustrt.Compat.Backends.New;
using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Improvements;

/// <summary>RUSTRT_IMPROVE: what each improvement changes, with it and without, on the new backend.</summary>
public sealed class ImprovementTests
{
    private const string Cycles = "improvements_cycles.cpp", OfTheOldCore = "on_the_old_core_";
    private static readonly string[] s_files = ["improvements.cpp", Cycles];

    public static TheoryData<string, string> Cases => Of(name => !name.StartsWith(OfTheOldCore, StringComparison.Ordinal));

    public static TheoryData<string, string> CasesOfTheOldCore => Of(name => name.StartsWith(OfTheOldCore, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Ends_as_it_declares(string file, string name) => CaseProgram.Check(Compiler.Cases(file), name, Backing.AllNew);

    /// <summary>What an improvement is about may be new without the core.</summary>
    [Theory]
    [MemberData(nameof(CasesOfTheOldCore))]
    public void On_the_old_core(string file, string name) => CaseProgram.Check(Compiler.Cases(file), name, Backing.Router("all=legacy;environment=new;local-heap=new"));

    [Fact]
    public void All_legacy_has_none() =>
        Assert.Equal(0, CaseProgram.Run(Compiler.Cases(Cycles), "cycles_stay_until_the_task_ends_without_it", Backing.AllLegacy).Status);

    [Fact]
    public void Every_improvement_has_a_row_in_the_road_map_and_a_case()
    {
        string road = File.ReadAllText(Repository.Source("MIGRATION.md")), cases = string.Concat(s_files.Select(file => File.ReadAllText(Compiler.Own(file))));
        Assert.All(ImprovementNames.Needs, improvement =>
        {
            (string name, IReadOnlyList<string> units) = (improvement.Key, improvement.Value);
            Assert.Subset(Backing.Units.Units.Select(unit => unit.Name).ToHashSet(), units.ToHashSet());
            string needs = units.Count == 0 ? "what is called" : string.Join(", ", units.Select(unit => $"`{unit}`"));
            Assert.Matches($@"(?m)^\| `{name}(=TIME)?` \| {needs} \|", road);
            Assert.True(ImprovementParser.TryParse(name == ImprovementNames.ExitDeadline ? $"{name}=1s" : name, out _, out string? problem), problem);
            Assert.Contains($"IMPROVE(\"{name}", cases, StringComparison.Ordinal);
        });
    }

    private static TheoryData<string, string> Of(Func<string, bool> wanted)
    {
        TheoryData<string, string> all = [];
        foreach (string file in s_files)
            foreach (string name in CaseProgram.Cases(Compiler.Own(file)).Where(wanted)) all.Add(file, name);
        return all;
    }
}
