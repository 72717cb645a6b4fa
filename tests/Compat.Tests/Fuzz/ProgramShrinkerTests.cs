using FsCheck.Fluent;
using Rustrt.Compat.Tests.Support;
using Rustrt.Parity.Scenarios;

namespace Rustrt.Compat.Tests.Fuzz;

public sealed class ProgramShrinkerTests
{
    private static readonly ScriptedProgram s_program = new(
        [[Word("yield"), new("spawn", [1], []), new("c{", [], [Word("yield"), new("fail", [7], [])])], [Word("yield"), new("guard{", [], [Word("inhibit")])]],
        [new("status", [9], [])], "new", 5);

    [Fact]
    public void A_program_is_written_as_the_caller_reads_it() =>
        Assert.Equal(["bodies=yield spawn:1 c{ yield fail:7 } / yield guard{ inhibit }", "end=status:9", "scheduler=new"], s_program.Arguments);

    [Fact]
    public void What_alone_matters_is_what_is_left()
    {
        ScriptedProgram least = s_program;
        while (ProgramShrinker.Shrink(least).FirstOrDefault(Fails) is { } simpler) least = simpler;
        Assert.Equal("RUST_SEED=0 scripted 'bodies=fail:1' 'end=' 'scheduler=main'", least.ToString());

        static bool Fails(ScriptedProgram program) => program.Arguments[0].Contains("fail", StringComparison.Ordinal);
    }

    [Fact]
    public void A_scenario_of_it_is_one_that_the_parity_runner_reads()
    {
        Scenario scenario = ScenarioFile.Parse(s_program.ToScenario(exit: 101, threads: 1), s_program.Name);
        Assert.Equal(s_program.Arguments, scenario.Arguments);
        Assert.Equal((101, "5", 2), (scenario.Exit, scenario.Environment["RUST_SEED"], scenario.Comparisons.Count));
        Assert.Equal(3, ScenarioFile.Parse((s_program with { Scheduler = "main" }).ToScenario(0, threads: 1), (s_program with { Scheduler = "main" }).Name).Comparisons.Count);
    }

    [Fact]
    public void Every_word_that_the_generator_has_is_one_of_the_caller_s()
    {
        // One run with all of them: the caller refuses what it does not know, with 2.
        string[] words = [.. RandomPrograms.All.Generator.Sample(300).SelectMany(program => program.Bodies.Concat([program.End])).SelectMany(All).Select(step => step.Word).Distinct()];
        Assert.True(words.Length >= 24, string.Join(' ', words));
        string text = "bodies= / " + string.Join(' ', words.Select(word => word.EndsWith('{') ? word + " }" : word));
        Outcome outcome = Backing.Direct.Run(Repository.Caller("scripted"), [text, "end="], ("RUST_THREADS", "1"));
        Assert.True(outcome.Status == 0, outcome.ToString());
    }

    private static Step Word(string word) => new(word, [], []);

    private static IEnumerable<Step> All(IReadOnlyList<Step> steps) => steps.SelectMany(step => All(step.Inner).Prepend(step));
}
