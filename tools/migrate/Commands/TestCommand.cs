using System.CommandLine;
using System.Diagnostics;
using Rustrt.Migrate.Build;
using Rustrt.Migrate.Terminal;
using Rustrt.Migrate.Testing;

namespace Rustrt.Migrate.Commands;

/// <summary><c>./migrate test</c>: builds, then runs every test there is.</summary>
internal sealed class TestCommand : VerbCommand
{
    private readonly RepositoryLayout _layout;
    private readonly Option<bool> _yes = CommonOptions.Yes();
    private readonly Option<bool> _full = new("--full") { Description = "Also what takes long: sanitizer builds, valgrind, many repetitions." };
    private readonly Option<string[]> _only = new("--only")
    {
        Description = "Only the suites whose name contains WORD; may be repeated.",
        HelpName = "WORD",
    };

    private readonly Option<bool> _noBuild = new("--no-build") { Description = "Test what was built before." };

    public TestCommand(RepositoryLayout layout)
        : base("test", "Builds everything and runs all tests; the last line says 'N passed, N failed'.",
            ["./migrate test", "./migrate test --full", "./migrate test --only conformance --only switch"],
            [CommonOptions.CodeSuccess, (ExitCode.Failures, "a test failed"), CommonOptions.CodeUsage, CommonOptions.CodePackages, CommonOptions.CodeBuild])
    {
        _layout = layout;
        Options.Add(_full);
        Options.Add(_only);
        Options.Add(_noBuild);
        Options.Add(_yes);
    }

    protected override async Task<int> Run(ParseResult arguments, CancellationToken stop)
    {
        var screen = Screen.Create();
        var watch = Stopwatch.StartNew();
        var (suites, full) = TestPlan.Select(_layout, arguments.GetValue(_full), arguments.GetValue(_only) ?? []);
        await Prerequisites.Ensure(screen, _layout, arguments.GetValue(_yes),
            full ? Prerequisites.Purpose.TestInFull : Prerequisites.Purpose.Test, stop);
        if (!arguments.GetValue(_noBuild))
        {
            screen.Heading("Building");
            if (!await new StepRunner(_layout, screen).RunAll([.. BuildPlan.StepsForTests(_layout), .. TestPlan.Builds(suites)], stop))
            {
                return ExitCode.BuildFailed;
            }
        }
        screen.Heading("Testing");
        var run = new TestRun(_layout, screen);
        await run.RunAll(suites, stop);
        run.Report();
        screen.Line();
        screen.Line($"in {Screen.Seconds(watch.Elapsed)}; logs: {_layout.Shown(_layout.LogsDirectory)}/");
        var total = run.Total;
        // CI reads this line; nothing may follow it.
        screen.Line($"{total.Passed} passed, {total.Failed} failed");
        return total.Failed == 0 && total.Passed > 0 ? ExitCode.Success : ExitCode.Failures;
    }
}
