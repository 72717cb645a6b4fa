using System.Collections.Concurrent;
using FsCheck;
using FsCheck.Fluent;
using Rustrt.Compat.Tests.Support;
using Rustrt.Parity;
using Rustrt.Parity.Report;
using Rustrt.Parity.Running;
using Rustrt.Parity.Scenarios;
using Rustrt.Parity.Settings;

namespace Rustrt.Compat.Tests.Fuzz;

/// <summary>
/// Random programs do the same on the legacy library, with everything new and on the mixtures, in turn: each is a scenario, and
/// what the parity runner says of it counts. One that differs is made as short as it goes and left as a scenario file, which
/// replays it: put into tests/parity/scenarios it runs ever after.
/// </summary>
public sealed class DifferentialFuzzTests
{
    private const int Programs = 200, ProgramsSideBySide = 50, ProgramsInFull = 20_000;

    // The same programs in every run, so that a change is what makes a difference; another start is for whoever looks for more.
    private const ulong DefaultSeed = 1;
    private const string SeedVariable = "RUSTRT_FUZZ_SEED";

    private static readonly string s_left = Repository.Source("artifacts/tests/fuzz");
    private static readonly CallerRunner s_caller = new(Repository.Legacy, Repository.Router);
    private static readonly ParityRunner s_parity = new(s_caller, Path.GetDirectoryName(Repository.Caller("scripted"))!, new ParityOptions(NoiseRuns: 1));
    private static readonly IReadOnlyList<SwitchSetting> s_mixtures = [.. Backing.Units.Working.Except([SwitchUnits.AllNew])];

    // Of what programs print, the signs that each kind of thing happened in some.
    private static readonly string[] s_told =
        ["killed 1", "woke, killed 0", "fails", "heeds", "unwinding 1", "exit functions", "caught", "box kept 1", "kills all"];

    private static readonly string[] s_toldSideBySide = ["task 1: yielded 0", "task 5: lives", "caught", "box kept 1", "while leaving 0"];

    private readonly ConcurrentDictionary<int, int> _endings = [];
    private readonly ConcurrentDictionary<string, int> _words = [];
    private int _run;

    // The legacy library did not agree with itself: when the kernel is killed, another thread frees blocks while a program counts them.
    private int _undecided;

    [Fact]
    public void Random_programs_do_the_same_on_every_backing()
    {
        int programs = ProgramsOf(RandomPrograms.All, threads: 1, Programs);

        // A generator that ends everything early, or nothing, would prove little.
        Assert.True(_endings.GetValueOrDefault(0) + _endings.Where(ending => ending.Key is > 0 and < 100).Sum(ending => ending.Value) >= programs / 4, Told());
        Assert.True(_endings.GetValueOrDefault(101) >= programs / 20 && _endings.GetValueOrDefault(134) >= programs / 50, Told());
        Assert.All(s_told, word => Assert.True(_words.ContainsKey(word), $"no program printed '{word}'"));
    }

    [Fact]
    public void Random_programs_on_two_threads_print_the_same_lines_on_every_backing()
    {
        int programs = ProgramsOf(RandomPrograms.SideBySide, threads: 2, ProgramsSideBySide);

        Assert.True(_endings.Where(ending => ending.Key < 100).Sum(ending => ending.Value) >= programs, Told());
        Assert.All(s_toldSideBySide, word => Assert.True(_words.ContainsKey(word), $"no program printed '{word}'"));
    }

    // How many programs those were.
    private int ProgramsOf(Arbitrary<ScriptedProgram> all, int threads, int inShort)
    {
        (ScriptedProgram Program, string Scenario, string Why)? shortest = null;
        Property property = Prop.ForAll(all, async program =>
        {
            (string scenario, string? why) = await Compare(program, threads);
            // FsCheck goes from a program that differs only to simpler ones, so the last that differs is the simplest.
            if (why != null) shortest = (program, scenario, why);
            return why == null;
        });
        ulong seed = ulong.TryParse(Environment.GetEnvironmentVariable(SeedVariable), out ulong given) ? given : DefaultSeed;
        int programs = Tier.IsFull ? ProgramsInFull : inShort;
        try
        {
            Check.One(Config.QuickThrowOnFailure.WithMaxTest(programs).WithReplay(new Replay(new Rnd(seed, 1), null)), property);
        }
        catch (Exception) when (shortest is not null)
        {
            (ScriptedProgram program, string scenario, string why) = shortest.Value;
            string file = Path.Combine(Directory.CreateDirectory(s_left).FullName, program.Name + ".json");
            File.WriteAllText(file, scenario);
            Assert.Fail($"{program}\n{why}\nThe scenario is {file}; in tests/parity/scenarios it replays: ./migrate parity --scenario {program.Name}");
        }

        Assert.True(_undecided <= programs / 100, $"{_undecided} of {programs} programs have no outcome on the legacy library");
        return programs;
    }

    private async Task<(string Scenario, string? Why)> Compare(ScriptedProgram program, int threads)
    {
        CallerRun legacy = await s_caller.Run(new CallerCommand(Repository.Caller("scripted"), program.Arguments,
            new Dictionary<string, string> { ["RUST_SEED"] = $"{program.Seed}", ["RUST_MIN_STACK"] = "262144" }, threads, TimeSpan.FromSeconds(20), CountCalls: false),
            SwitchSetting.Direct, CancellationToken.None);
        Assert.True(legacy.ExitStatus != null, $"the legacy library hangs on {program}; the generator must not make such programs");
        _endings.AddOrUpdate(legacy.ExitStatus.Value, 1, (_, count) => count + 1);
        foreach (string word in legacy.Output.SelectMany(line => s_told.Concat(s_toldSideBySide).Where(line.Contains))) _words[word] = 1;

        string text = program.ToScenario(legacy.ExitStatus.Value, threads);
        Scenario scenario = ScenarioFile.Parse(text, program.Name);
        SwitchSetting mixture = s_mixtures[Interlocked.Increment(ref _run) % s_mixtures.Count];
        ScenarioResult result = await s_parity.Run(scenario, [SwitchUnits.AllNew, mixture], CancellationToken.None);
        if (result.NoiseFloor.Any(floor => floor.Divergence != null))
        {
            Interlocked.Increment(ref _undecided);
            return (text, null);
        }

        return (text, result.Agrees ? null : Why(result));
    }

    private static string Why(ScenarioResult result)
    {
        (string where, Rustrt.Parity.Comparison.Divergence? what) =
            result.Cells.Where(cell => cell.Verdict is Verdict.Diverges or Verdict.CallsAstray).Select(cell => (cell.Setting, cell.Divergence)).First();
        return $"{where}: {what!.What}\n" + string.Concat(what.Context.Select(line => $"  {line.Mark} {line.Text}\n"));
    }

    private string Told() => "endings: " + string.Join(", ", _endings.Select(ending => $"{ending.Value} with {ending.Key}"));
}
