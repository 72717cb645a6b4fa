using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Stacks;

/// <summary>
/// The stack invariants of docs/design.md section 3, asserted at every upcall while a thread collects garbage all the time
/// and two schedulers switch tasks: programs keep every frame, register, exception and event, and C# every object. What is
/// parked meanwhile includes task-local cleanups, annihilators and destructors of a failure (legacy/callers/storm.cpp).
/// </summary>
public sealed class CollectionStormTests
{
    public static TheoryData<string, int, int> Modes => new()
    {
        { "yield", 150, 16 }, { "event", 150, 16 }, { "end", 60, 16 }, { "fail", 60, 16 }, { "kill", 60, 16 },
        { "spawn", 6, 16 }, { "foreign", 60, 16 }, { "deep", 20, 8 }, { "schedulers", 30, 16 }, { "mixed", 60, 16 },
    };

    public static TheoryData<string, string> Mixtures
    {
        get
        {
            TheoryData<string, string> all = [];
            foreach (string setting in new[] { "all=legacy;exchange-heap=new;logging=new", "all=legacy;exchange-heap=new", "all=legacy;logging=new", "all=new;exchange-heap=legacy", "all=new;logging=legacy" })
                foreach (string mode in new[] { "end", "fail", "mixed" })
                    all.Add(setting, mode);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Everything_new_with_NativeAOT(string mode, int rounds, int tasks) =>
        Balances(mode, Backing.Checked("all=new").Run(Repository.Caller("storm"), Arguments(mode, rounds, tasks), Collecting));

    [Theory]
    [MemberData(nameof(Modes))]
    public void Everything_new_in_a_NET_process(string mode, int rounds, int tasks)
    {
        string[] command = [Repository.Host, Path.Combine(Repository.CheckedRouter, Repository.RouterName), Repository.Caller("libstorm.so")];
        Balances(mode, Backing.Checked("all=new").Run("dotnet", [.. command, .. Arguments(mode, rounds, tasks)], Collecting));
    }

    [Theory]
    [MemberData(nameof(Mixtures))]
    public void Some_new_and_some_legacy(string setting, string mode) =>
        Balances(mode, Backing.Checked(setting).Run(Repository.Caller("storm"), Arguments(mode, 60, 16), Collecting));

    private static (string, string) Collecting => ("RUSTRT_COLLECT", "1");

    private static string[] Arguments(string mode, int rounds, int tasks) => [$"mode={mode}", $"rounds={Tier.Rounds(rounds)}", $"tasks={tasks}"];

    private static void Balances(string mode, Outcome outcome)
    {
        Assert.True(outcome.Status == 0, outcome.ToString());
        Assert.StartsWith($"storm {mode}: parks ", outcome.Output);
    }
}
