using System.CommandLine;
using Rustrt.Bindgen.Emitting;
using Rustrt.Bindgen.Model;
using Rustrt.Bindgen.Output;
using Rustrt.Bindgen.Parsing;

namespace Rustrt.Bindgen.Cli;

/// <summary>The command line: what it takes, and how each outcome is told.</summary>
public static class BindgenCommand
{
    private static readonly Option<string[]> s_headers = new("--header")
    {
        Description = "A C header to bind; may be given several times.",
        HelpName = "FILE",
    };

    private static readonly Option<string[]> s_before = new("--before")
    {
        Description = "A header that those need before them, such as stdio.h; it is not bound. May be given several times.",
        HelpName = "FILE",
    };

    private static readonly Option<string[]> s_includes = new("--include")
    {
        Description = "A folder to look for headers in; may be given several times.",
        HelpName = "DIR",
    };

    private static readonly Option<string[]> s_defines = new("--define")
    {
        Description = "A macro to define; may be given several times.",
        HelpName = "NAME[=VALUE]",
    };

    private static readonly Option<string?> s_library = new("--library")
    {
        Description = "The library's file name, such as libz.so.1; instead of the manifest's.",
        HelpName = "NAME",
    };

    private static readonly Option<string?> s_namespace = new("--namespace")
    {
        Description = "The C# namespace of the bindings; instead of the manifest's.",
        HelpName = "NS",
    };

    private static readonly Option<string?> s_manifest = new("--manifest")
    {
        Description = "What the headers do not say: services, units, renames, skips, ownership (JSON).",
        HelpName = "FILE",
    };

    private static readonly Option<string?> s_model = new("--model")
    {
        Description = "A model that --emit model wrote, instead of headers; needs no libclang.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> s_emit = new("--emit")
    {
        Description = $"What to write, with commas between: {string.Join(", ", Emitters.Words)}. "
            + $"Without it: {string.Join(", ", Emitters.Usual)}.",
        HelpName = "LIST",
    };

    private static readonly Option<string> s_folder = new("--out")
    {
        Description = "The folder of the generated files.",
        Required = true,
        HelpName = "DIR",
    };

    private static readonly Option<bool> s_check = new("--check")
    {
        Description = "Write nothing; show what is stale and exit with 1 if anything is.",
    };

    private static readonly Option<bool> s_strict = new("--strict")
    {
        Description = "Write nothing and exit with 4 if a declaration has to be left out.",
    };

    public static int Run(string[] args, TextWriter output, TextWriter errors)
    {
        var command = new RootCommand(
            "Writes everything mechanical about a C library whose services move to C#.\n"
            + "Exit codes: 0 done, 1 stale (--check), 2 wrong usage, 3 errors in the inputs, 4 something left out (--strict).")
        {
            s_headers, s_before, s_includes, s_defines, s_library, s_namespace, s_manifest, s_model, s_emit, s_folder, s_check, s_strict,
        };
        command.SetAction(result => Guard(errors, () => Generate(result, output, errors)));
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

    private static int Generate(ParseResult result, TextWriter output, TextWriter errors)
    {
        string[] words = result.GetValue(s_emit)?.Split(',', StringSplitOptions.TrimEntries) ?? [.. Emitters.Usual];
        IReadOnlyList<IEmitter> emitters = Emitters.Of(words);
        BindingModel model = ReadModel(result, errors);
        bool isStrict = result.GetValue(s_strict);
        foreach (Diagnostic diagnostic in model.LeftOut)
        {
            errors.WriteLine(isStrict ? diagnostic with { Severity = Severity.Error } : diagnostic);
        }
        if (isStrict && model.LeftOut.Count > 0)
        {
            return ExitCode.Strict;
        }
        IReadOnlyList<GeneratedFile> files = Generator.Emit(model, emitters);
        var target = new OutputFolder(result.GetRequiredValue(s_folder));
        return result.GetValue(s_check) ? Check(target, files, output) : Write(target, files, output);
    }

    private static BindingModel ReadModel(ParseResult result, TextWriter errors)
    {
        string[] headers = result.GetValue(s_headers) ?? [];
        if (result.GetValue(s_model) is { } model)
        {
            return headers.Length == 0 && result.GetValue(s_manifest) == null
                ? ModelJson.Read(File.Exists(model) ? Path.GetFullPath(model) : throw new UsageException($"{model}: there is no such file"))
                : throw new UsageException("--model stands for headers and manifest; give the one or the others");
        }
        return headers.Length == 0
            ? throw new UsageException("what is to be bound? Give --header FILE, or --model FILE")
            : new Generator(new ClangHeaderParser(errors.WriteLine)).ReadModel(
                new BindRequest(headers, result.GetValue(s_library), result.GetValue(s_namespace), result.GetValue(s_manifest))
                {
                    Before = result.GetValue(s_before) ?? [],
                    IncludeFolders = result.GetValue(s_includes) ?? [],
                    Defines = result.GetValue(s_defines) ?? [],
                });
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
