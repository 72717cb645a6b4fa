using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Parity;

/// <summary>
/// The tests of the core library (legacy/core/tests) hold on whatever runtime is below it. They are run by CTest on the legacy
/// library; here on the router with everything new, and in the full tier with everything legacy.
/// </summary>
public sealed class CoreCasesTests
{
    // Areas on services that the new backend does not serve yet (src/Compat/catalogue.json): io.
    private static readonly HashSet<string> s_notMigrated = ["io_tasks", "io_tcp", "io_timers"];

    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> all = [];
            foreach (string source in Directory.EnumerateFiles(Repository.Source("legacy/core/tests"), "*.cpp").Order(StringComparer.Ordinal))
                foreach (string name in CaseProgram.Cases(source))
                    all.Add(Path.GetFileNameWithoutExtension(source), name);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Holds(string area, string name) => CaseProgram.Check(Repository.CoreTest(area), name,
        s_notMigrated.Contains(area) ? [Backing.AllLegacy] : Tier.IsFull ? [Backing.AllNew, Backing.AllLegacy] : [Backing.AllNew]);

    [Fact]
    public void What_is_left_out_is_an_area_that_there_is() =>
        Assert.All(s_notMigrated, area => Assert.True(File.Exists(Repository.Source($"legacy/core/tests/{area}.cpp")), area));
}
