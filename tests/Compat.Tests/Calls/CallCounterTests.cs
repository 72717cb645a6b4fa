using System.Text.Json;
using Rustrt.Compat.Tests.Support;
using Rustrt.Parity.Settings;

namespace Rustrt.Compat.Tests.Calls;

/// <summary>The proof of a switch: no call on the side that was not chosen, and some on the other (docs/design.md section 4).</summary>
public sealed class CallCounterTests
{
    private static readonly string s_plain = Compiler.C("plain.c");

    public static TheoryData<string> Settings => [.. Backing.Units.Working.Select(setting => setting.Name)];

    [Theory]
    [MemberData(nameof(Settings))]
    public void Every_call_lands_on_the_side_that_was_chosen(string setting)
    {
        using TemporaryFolder folder = new();
        Outcome outcome = Backing.Router(setting).Run(Repository.Caller("heap_and_locals"), [], ("RUSTRT_CALLS", folder["calls.json"]));
        Assert.True(outcome.Status == 0, outcome.ToString());
        JsonElement report = JsonDocument.Parse(File.ReadAllText(folder["calls.json"])).RootElement;

        Assert.Equal("RUSTRT_SWITCH", report.GetProperty("switch").GetString());
        foreach (JsonProperty unit in report.GetProperty("units").EnumerateObject())
        {
            string chosen = Chosen(setting, unit.Name);
            Assert.Equal(chosen, unit.Value.GetProperty("backend").GetString());
            Assert.True(unit.Value.GetProperty(chosen == "new" ? "legacy" : "new").GetInt64() == 0, $"{unit.Name}: {unit.Value}");
        }
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void The_units_that_the_program_uses_are_called(string setting)
    {
        using TemporaryFolder folder = new();
        Backing.Router(setting).Run(s_plain, ["fail"], ("RUSTRT_CALLS", folder["calls.json"]));
        JsonElement units = JsonDocument.Parse(File.ReadAllText(folder["calls.json"])).RootElement.GetProperty("units");

        foreach (string used in new[] { "core", "stacks", "logging", "process" }) Assert.True(Calls(units, used, Chosen(setting, used)) > 0, used);
        foreach (string unused in new[] { "io", "time", "random", "third-party" }) Assert.Equal(0, Calls(units, unused, Chosen(setting, unused)));
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void The_exchange_heap_of_a_program_that_allocates_is_called(string setting)
    {
        using TemporaryFolder folder = new();
        Backing.Router(setting).Run(Repository.Caller("calendar"), [], ("RUSTRT_CALLS", folder["calls.json"]));
        JsonElement units = JsonDocument.Parse(File.ReadAllText(folder["calls.json"])).RootElement.GetProperty("units");

        Assert.True(Calls(units, "exchange-heap", Chosen(setting, "exchange-heap")) > 0, units.ToString());
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void The_event_loops_of_a_program_are_called(string setting)
    {
        using TemporaryFolder folder = new();
        Outcome outcome = Backing.Router(setting).Run(Repository.Caller("tcp_echo"), [], ("RUSTRT_CALLS", folder["calls.json"]));
        Assert.True(outcome.Status == 0, outcome.ToString());
        JsonElement units = JsonDocument.Parse(File.ReadAllText(folder["calls.json"])).RootElement.GetProperty("units");

        Assert.True(Calls(units, "io", Chosen(setting, "io")) > 0, units.ToString());
        Assert.Equal(0, Calls(units, "io", Chosen(setting, "io") == "new" ? "legacy" : "new"));
    }

    /// <summary>Programs that use a unit which stands beside its core.</summary>
    public static TheoryData<string, string, string> Users
    {
        get
        {
            TheoryData<string, string, string> all = [];
            foreach (var (unit, program) in new[]
                {
                    ("environment", "threads_and_stacks_are_those_of_each_start"),
                    ("local-heap", "stacks_that_were_grown_are_no_leak"),
                    ("stacks", "stacks_that_were_grown_are_no_leak"),
                    ("core", "stacks_that_were_grown_are_no_leak"),
                    ("random", "without_a_seed_generators_differ"),
                    ("vectors", "vectors_of_many_tasks_grow_at_once"),
                    ("filesystem", "a_hundred_tasks_fail_over_a_lost_directory"),
                })
                foreach (SwitchSetting setting in Backing.Units.AloneOf(unit)) all.Add(setting.Name, unit, program);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Users))]
    public void A_unit_alone_is_called_and_nothing_of_its_other_side(string setting, string unit, string program)
    {
        using TemporaryFolder folder = new();
        Outcome outcome = Backing.Router(setting).Run(Compiler.Cases("misuse_units.cpp"), [program], ("RUSTRT_CALLS", folder["calls.json"]));
        Assert.True(outcome.Status == 0, outcome.ToString());
        JsonElement units = JsonDocument.Parse(File.ReadAllText(folder["calls.json"])).RootElement.GetProperty("units");

        Assert.True(Calls(units, unit, Chosen(setting, unit)) > 0, units.ToString());
        foreach (string each in Backing.Units.Units.Select(each => each.Name))
            Assert.True(Calls(units, each, Chosen(setting, each) == "new" ? "legacy" : "new") == 0, $"{each}: {units}");
    }

    /// <summary>Calls of the old library's other services count as well: they go through the router.</summary>
    [Theory]
    [InlineData("all=legacy", "pipes", "pipes_shared_chan")]
    [InlineData("all=new", "pipes", "pipes_shared_chan")]
    [InlineData("all=legacy;pipes=new", "pipes", "pipes_shared_chan")]
    [InlineData("all=new;pipes=legacy", "pipes", "pipes_shared_chan")]
    [InlineData("all=legacy", "task-groups", "exit_functions")]
    [InlineData("all=new", "task-groups", "exit_functions")]
    [InlineData("all=legacy;task-groups=new", "task-groups", "exit_functions")]
    [InlineData("all=new;task-groups=legacy", "task-groups", "exit_functions")]
    [InlineData("all=legacy", "local-data", "local_data")]
    [InlineData("all=new", "local-data", "local_data")]
    [InlineData("all=legacy;local-data=new", "local-data", "local_data")]
    [InlineData("all=new;local-data=legacy", "local-data", "local_data")]
    [InlineData("all=legacy", "shared-state", "shared_state")]
    [InlineData("all=new", "shared-state", "shared_state")]
    [InlineData("all=legacy;shared-state=new", "shared-state", "shared_state")]
    [InlineData("all=new;shared-state=legacy", "shared-state", "shared_state")]
    [InlineData("all=legacy", "library-io", "io_timers")]
    [InlineData("all=new", "library-io", "io_timers")]
    [InlineData("all=legacy;library-io=new", "library-io", "io_timers")]
    [InlineData("all=new;library-io=legacy", "library-io", "io_timers")]
    public void A_unit_of_the_library_half_is_called_on_the_side_that_was_chosen(string setting, string unit, string ownArea)
    {
        using TemporaryFolder folder = new();
        foreach (string area in new[] { ownArea, unit == "library-io" ? "io_tcp" : "weak_tasks" })
        {
            string name = CaseProgram.Cases(Repository.Source($"legacy/core/tests/{area}.cpp")).First();
            Backing.Router(setting).Run(Repository.CoreTest(area), [name], ("RUSTRT_CALLS", folder["calls.json"]));
            JsonElement units = JsonDocument.Parse(File.ReadAllText(folder["calls.json"])).RootElement.GetProperty("units");
            string chosen = Chosen(setting, unit);

            Assert.Equal(0, Calls(units, unit, chosen == "new" ? "legacy" : "new"));
            Assert.True(Calls(units, unit, chosen) > 0, $"{area}: {units}");
        }
    }

    [Fact]
    public void Nobody_counts_unless_asked()
    {
        using TemporaryFolder folder = new();
        NativeProcess.Run(s_plain, [], Backing.AllNew.Variables, folder.Path);

        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_report_that_cannot_be_written_is_told()
    {
        Outcome outcome = Backing.AllNew.Run(s_plain, [], ("RUSTRT_CALLS", "/no/such/folder/calls.json"));

        Assert.Equal(7, outcome.Status);
        Assert.Contains("rustrt: cannot write the call counts to /no/such/folder/calls.json: No such file or directory\n", outcome.Errors);
    }

    private static string Chosen(string setting, string unit) => SwitchSetting.Routed(setting).SideOf(unit);

    private static long Calls(JsonElement units, string unit, string backend) => units.GetProperty(unit).GetProperty(backend).GetInt64();
}
