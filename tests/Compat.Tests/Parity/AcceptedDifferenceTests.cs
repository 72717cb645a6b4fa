using Rustrt.Compat.Tests.Support;
using Rustrt.Parity.Differences;

namespace Rustrt.Compat.Tests.Parity;

/// <summary>Each rule of tests/parity/differences.json is needed, not too wide, and has an end that has not come.</summary>
public sealed class AcceptedDifferenceTests
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> all = [];
            foreach (AcceptedDifference rule in Backing.Accepted)
                foreach (string name in rule.Cases) all.Add(rule.Name, name);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_needed(string rule, string name)
    {
        Backing[] where = [.. Backing.Mixtures.Append(Backing.AllNew).Where(backing => Rule(rule).IsOn(backing.Switch))];
        Assert.NotEmpty(where);
        Assert.All(where, backing => Assert.True(CaseProgram.Run(Program(name), name, backing).Status != 0, $"{name} agrees on {backing}: the rule {rule} can go"));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_not_too_wide(string rule, string name) =>
        CaseProgram.Check(Program(name), name, [.. Backing.All, .. Backing.Mixtures.Where(backing => !Rule(rule).IsOn(backing.Switch))]);

    [Fact]
    public void Ends_in_a_version_that_is_not_out_yet()
    {
        string changelog = File.ReadAllText(Repository.Source("CHANGELOG.md"));
        Assert.All(Backing.Accepted, rule =>
        {
            Assert.True(Version.TryParse(rule.EndsIn, out _), $"{rule.Name}: '{rule.EndsIn}' is no version");
            Assert.DoesNotContain($"## [{rule.EndsIn}]", changelog, StringComparison.Ordinal);
        });
    }

    private static AcceptedDifference Rule(string name) => Backing.Accepted.Single(rule => rule.Name == name);

    private static string Program(string name) => Compiler.Cases(Directory.EnumerateFiles(Compiler.Own("."), "*.cpp").Select(Path.GetFileName)
        .Single(file => CaseProgram.Cases(Compiler.Own(file!)).Contains(name))!);
}
