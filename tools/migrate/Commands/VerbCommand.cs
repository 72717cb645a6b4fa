using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Rustrt.Migrate.Commands;

/// <summary>A verb of the command line: its help ends with examples and its exit codes.</summary>
internal abstract class VerbCommand : Command
{
    protected VerbCommand(string name, string description, string[] examples, (int Code, string Meaning)[] exitCodes)
        : base(name, description)
    {
        Options.Add(new HelpOption { Action = new HelpWithExamples(examples, exitCodes) });
        SetAction(async (arguments, stop) =>
        {
            try
            {
                return await Run(arguments, stop);
            }
            catch (UserErrorException error)
            {
                await Console.Error.WriteLineAsync("migrate: " + error.Message);
                return error.Code;
            }
            catch (Exception error) when (error is UnauthorizedAccessException or IOException)
            {
                // A folder of ours that another user owns, a file that --json or --html names, a full disk; the message has the path.
                await Console.Error.WriteLineAsync("migrate: " + error.Message);
                return ExitCode.Failures;
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                await Console.Error.WriteLineAsync("migrate: interrupted");
                return ExitCode.Interrupted;
            }
        });
    }

    /// <summary>Does the work and returns the exit code.</summary>
    protected abstract Task<int> Run(ParseResult arguments, CancellationToken stop);

    private sealed class HelpWithExamples(string[] examples, (int Code, string Meaning)[] exitCodes) : SynchronousCommandLineAction
    {
        private readonly HelpAction _help = new();

        // Asking for help is no mistake, whatever else is missing from the line.
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var result = _help.Invoke(parseResult);
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in examples)
            {
                output.WriteLine("  " + example);
            }
            output.WriteLine();
            output.WriteLine("Exit codes:");
            foreach (var (code, meaning) in exitCodes)
            {
                output.WriteLine($"  {code,-3} {meaning}");
            }
            output.WriteLine();
            return result;
        }
    }
}
