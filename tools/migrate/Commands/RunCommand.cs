using System.CommandLine;
using Rustrt.Migrate.Build;
using Rustrt.Migrate.Running;
using Rustrt.Migrate.Terminal;
using Rustrt.Parity.Calls;

namespace Rustrt.Migrate.Commands;

/// <summary><c>./migrate run</c>: runs a program as it is, on a switch setting.</summary>
internal sealed class RunCommand : VerbCommand
{
    private readonly RepositoryLayout _layout;
    private readonly Option<string> _switch = new("--switch", "-s")
    {
        Description = "The setting, as in RUSTRT_SWITCH (docs/switch.md).",
        HelpName = "SETTING",
        Required = true,
    };
    private readonly Option<int?> _threads = new("--threads") { Description = "RUST_THREADS for the program.", HelpName = "N" };
    private readonly Option<bool> _trace = new("--trace") { Description = "Print what the switch decided and why (RUSTRT_SWITCH_TRACE=1)." };
    private readonly Option<bool> _calls = new("--calls") { Description = "Print how often each unit was called on each side, when the program has ended." };
    private readonly Argument<string[]> _program = new("PROGRAM")
    {
        Description = "The program and its arguments, after '--'.",
        HelpName = "PROGRAM [ARGS]",
        Arity = ArgumentArity.OneOrMore,
    };

    public RunCommand(RepositoryLayout layout)
        : base("run", "Runs a program that links librustrt.so on a switch setting; the program is not changed.",
            ["./migrate run --switch all=new -- artifacts/callers/token_ring",
             "./migrate run --switch 'all=legacy;exchange-heap=new' --threads 2 --calls -- ./program --its --arguments",
             "./migrate run --switch 'all=legacy;logging=new,legacy' --trace -- ./program"],
            [(0, "any code not listed here: the program's own; 128 + n when signal n ended it"),
             CommonOptions.CodeUsage, CommonOptions.CodeNotBuilt,
             (ExitCode.NotElf, "the program is not an ELF program for x86-64"),
             (ExitCode.NotLinked, "neither the program nor a library beside it is linked to librustrt.so"),
             (ExitCode.BypassesSwitch, "the program's DT_RPATH finds another librustrt.so before the router"),
             (119, "119-123: the router refuses the setting before any task runs (docs/switch.md)"),
             (ExitCode.NotExecutable, "the program is not executable"),
             (ExitCode.NotFound, "there is no such program")])
    {
        _layout = layout;
        CommonOptions.RequireWholeNumber(_threads);
        CommonOptions.RefuseOptions(_program);
        Options.Add(_switch);
        Options.Add(_threads);
        Options.Add(_trace);
        Options.Add(_calls);
        Arguments.Add(_program);
    }

    protected override Task<int> Run(ParseResult arguments, CancellationToken stop)
    {
        var words = arguments.GetValue(_program)!;
        BuildPlan.RequireBuilt(_layout, _layout.RouterLibrary, _layout.LegacyBackend);
        var libraryPath = SwitchedEnvironment.LibraryPath(_layout, Environment.GetEnvironmentVariable("LD_LIBRARY_PATH"));
        var path = ProgramCheck.Check(words[0], libraryPath.Split(':', StringSplitOptions.RemoveEmptyEntries));
        var callsFile = arguments.GetValue(_calls) ? Path.Combine(Path.GetTempPath(), $"rustrt-calls-{Environment.ProcessId}.json") : null;
        var environment = SwitchedEnvironment.For(arguments.GetValue(_switch)!, libraryPath, arguments.GetValue(_threads),
            arguments.GetValue(_trace), callsFile);
        try
        {
            var status = ForegroundProgram.Run(path, words.Skip(1), environment);
            if (callsFile is not null)
            {
                // The program's own output may be read by another: the table goes to standard error.
                CallsTable.Show(Screen.Create(onStandardError: true), CallReport.TryRead(callsFile));
            }
            return Task.FromResult(status);
        }
        finally
        {
            if (callsFile is not null)
            {
                File.Delete(callsFile);
            }
        }
    }
}
