using System.CommandLine;
using Rustrt.Bindgen.Emitting;
using Rustrt.Bindgen.Output;
using Rustrt.Bindgen.Parsing;

namespace Rustrt.Bindgen.Cli;

/// <summary>The command line: what it takes, and how each outcome is told.</summary>
public static class BindgenCommand
{
    public static int Run(string[] args, TextWriter output, TextWriter errors)
    {
        var headers = new Option<string[]>("--header")
        {
            Description = "A C header to bind; may be given several times.",
            Required = true,
            HelpName = "FILE",
        };
        var catalogue = new Option<string>("--catalogue")
        {
            Description = "The unit catalogue (JSON).",
            Required = true,
            HelpName = "FILE",
        };
        var folder = new Option<string>("--out")
        {
            Description = "The folder of the generated files.",
            Required = true,
            HelpName = "DIR",
        };
        var check = new Option<bool>("--check")
        {
            Description = "Write nothing; show what is stale and exit with 1 if anything is.",
        };
        var command = new RootCommand(
            "Writes everything mechanical about a C library whose services move to C#.\n"
            + "Exit codes: 0 done, 1 stale (--check), 2 wrong usage, 3 errors in the inputs.")
        {
            headers, catalogue, folder, check,
        };
        command.SetAction(result => Guard(errors, () =>
        {
            var generator = new Generator(new ClangHeaderParser());
            IReadOnlyList<GeneratedFile> files =
                Generator.Emit(generator.ReadModel(result.GetRequiredValue(headers), result.GetRequiredValue(catalogue)));
            var target = new OutputFolder(result.GetRequiredValue(folder));
            return result.GetValue(check) ? Check(target, files, output) : Write(target, files, output);
        }));
        ParseResult parsed = command.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                errors.WriteLine(error.Message);
            }
            errors.WriteLine("Try: bindgen --help");
            return ExitCode.Usage;
        }
        return parsed.Invoke(new InvocationConfiguration { Output = output, Error = errors });
    }

    private static int Write(OutputFolder target, IReadOnlyList<GeneratedFile> files, TextWriter output)
    {
        IReadOnlyList<string> written = target.Write(files);
        output.WriteLine($"{files.Count} files, {written.Count} changed");
        return ExitCode.Success;
    }

    private static int Check(OutputFolder target, IReadOnlyList<GeneratedFile> files, TextWriter output)
    {
        IReadOnlyList<StaleFile> stale = target.FindStale(files);
        foreach (StaleFile file in stale)
        {
            output.Write(file.Diff());
        }
        if (stale.Count == 0)
        {
            return ExitCode.Success;
        }
        output.WriteLine($"{stale.Count} of {files.Count} files are stale; run bindgen without --check");
        return ExitCode.Stale;
    }

    private static int Guard(TextWriter errors, Func<int> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is UsageException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(e.Message);
            return ExitCode.Usage;
        }
        catch (Exception e) when (e is InputException or ClangUnavailableException)
        {
            errors.WriteLine(e.Message);
            return ExitCode.Parse;
        }
    }
}
