using System.CommandLine;
using Rustrt.Migrate;
using Rustrt.Migrate.Build;
using Rustrt.Migrate.Commands;

RepositoryLayout layout;
try
{
    layout = RepositoryLayout.Find();
}
catch (UserErrorException error)
{
    Console.Error.WriteLine("migrate: " + error.Message);
    return error.Code;
}

var root = new RootCommand("Moves programs of librustrt.so to the new runtime, one service at a time.")
{
    new DemoCommand(layout),
    new BuildCommand(layout),
    new PackCommand(layout),
    new RouterCommand(layout),
    new TestCommand(layout),
    new RunCommand(layout),
    new ScanCommand(layout),
    new StatusCommand(layout),
    new ExplainCommand(layout),
    new SwitchCommand(layout),
    new ParityCommand(layout),
    new BenchCommand(layout),
    new BindgenCommand(layout),
};

// Without a verb there is nothing to do but to say which ones there are.
var arguments = root.Parse(args.Length == 0 ? ["--help"] : args);
if (UsageErrors.Of(arguments) is { Count: > 0 } mistakes)
{
    // No page of help below them: the message must be what the user sees.
    Console.Error.WriteLine(string.Join('\n', mistakes));
    return ExitCode.Usage;
}
// A program under 'run' decides for itself what Ctrl-C means to it, and takes as long as it likes.
var isRun = arguments.CommandResult.Command is RunCommand or BindgenCommand;
var status = await arguments.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = isRun ? null : TimeSpan.FromSeconds(10) });
return args.Length == 0 ? ExitCode.Usage : status;
