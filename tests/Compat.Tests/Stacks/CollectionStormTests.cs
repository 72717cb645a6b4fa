using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Stacks;

/// <summary>
/// The stack invariants of docs/design.md section 3, asserted at every upcall while a thread collects garbage and two
/// schedulers switch tasks: programs keep every frame, register, exception and event, and C# every object. What is parked
/// meanwhile includes task-local cleanups, annihilators and destructors of a failure (legacy/callers/storm.cpp).
/// Collections without a break meet most switches halfway; paced ones let millions of switches through.
/// </summary>
public sealed class CollectionStormTests
{
    private const string WithoutABreak = "1", Paced = "paced";

    // Rounds of a second or so on an idle machine.
    private static readonly (string Mode, int WithoutABreak, int Paced, int Tasks)[] s_storms =
    [
        ("yield", 1_000, 60_000, 16), ("event", 1_000, 30_000, 16), ("end", 200, 3_000, 16), ("fail", 200, 3_000, 16), ("kill", 200, 3_000, 16),
        ("spawn", 20, 300, 16), ("foreign", 400, 4_000, 16), ("deep", 40, 300, 8), ("schedulers", 40, 300, 16), ("mixed", 200, 3_000, 16),
    ];

    private static readonly string[] s_collections = [WithoutABreak, Paced], s_mixtureModes = ["end", "fail", "mixed"];

    private static readonly string[] s_mixtures =
    [
        "all=legacy;exchange-heap=new;logging=new", "all=legacy;exchange-heap=new", "all=legacy;logging=new",
        "all=new;exchange-heap=legacy;logging=legacy", "all=new;exchange-heap=legacy", "all=new;logging=legacy",
        "all=legacy;environment=new;local-heap=new", "all=new;environment=legacy;local-heap=legacy",
    ];

    public static IEnumerable<object[]> Storms =>
        from storm in s_storms from collections in s_collections select new object[] { storm.Mode, collections };

    /// <summary>In the short tier every other one, so that each mixture and each mode meets both kinds of collections.</summary>
    public static IEnumerable<object[]> Mixtures =>
        from setting in s_mixtures.Index()
        from mode in s_mixtureModes.Index()
        from collections in s_collections.Index()
        where Tier.IsFull || (setting.Index + mode.Index + collections.Index) % 2 == 0
        select new object[] { setting.Item, mode.Item, collections.Item };

    [Theory]
    [MemberData(nameof(Storms))]
    public void Everything_new_with_NativeAOT(string mode, string collections) =>
        Balances(mode, Backing.Checked("all=new").Run(Repository.Caller("storm"), Arguments(mode, collections), Collecting(collections)));

    [Theory]
    [MemberData(nameof(Storms))]
    public void Everything_new_in_a_NET_process(string mode, string collections)
    {
        string[] command = [Repository.Host, Path.Combine(Repository.CheckedRouter, Repository.RouterName), Repository.Caller("libstorm.so")];
        Balances(mode, Backing.Checked("all=new").Run("dotnet", [.. command, .. Arguments(mode, collections)], Collecting(collections)));
    }

    [Theory]
    [MemberData(nameof(Mixtures))]
    public void Some_new_and_some_legacy(string setting, string mode, string collections) =>
        Balances(mode, Backing.Checked(setting).Run(Repository.Caller("storm"), Arguments(mode, collections), Collecting(collections)));

    /// <summary>Grown segments, and the hops between them and C code.</summary>
    [Theory]
    [InlineData(WithoutABreak)]
    [InlineData(Paced)]
    public void Segments(string collections)
    {
        Outcome outcome = Backing.Checked("all=new").Run(Compiler.Cases("corners_segments.cpp"), ["--check", "segments_hold_in_a_storm"], Collecting(collections));
        Assert.True(outcome.Status == 0, outcome.Output + outcome.Errors);
    }

    /// <summary>Callbacks of event loops: C# decides on each, the router makes it.</summary>
    [Theory]
    [InlineData("all=new", WithoutABreak)]
    [InlineData("all=new", Paced)]
    [InlineData("all=legacy;io=new", WithoutABreak)]
    [InlineData("all=legacy;io=new", Paced)]
    public void Event_loops(string setting, string collections)
    {
        string[] arguments = ["clients=4", $"messages={Tier.Rounds(collections == Paced ? 200 : 20)}", "size=20000"];
        Outcome outcome = Backing.Checked(setting).Run(Repository.Caller("tcp_echo"), arguments, Collecting(collections));
        Assert.True(outcome.Status == 0, outcome.ToString());
        Assert.Contains("rustrt: collecting garbage, as RUSTRT_COLLECT asks\n", outcome.Errors);
    }

    private static (string, string) Collecting(string collections) => ("RUSTRT_COLLECT", collections);

    private static string[] Arguments(string mode, string collections)
    {
        var storm = s_storms.Single(storm => storm.Mode == mode);
        int rounds = Tier.Rounds(collections == Paced ? storm.Paced : storm.WithoutABreak);
        return [$"mode={mode}", $"rounds={rounds}", $"tasks={storm.Tasks}"];
    }

    private static void Balances(string mode, Outcome outcome)
    {
        Assert.True(outcome.Status == 0, outcome.ToString());
        Assert.StartsWith($"storm {mode}: parks ", outcome.Output);
        // Said by the checked backend: without its checks everything would pass.
        Assert.Contains("rustrt: collecting garbage, as RUSTRT_COLLECT asks\n", outcome.Errors);
    }
}
