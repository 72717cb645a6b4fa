using System.CommandLine;

namespace Rustrt.Migrate.Commands;

/// <summary>Options and exit codes that several verbs share, so that they read the same everywhere.</summary>
internal static class CommonOptions
{
    public static readonly (int, string) CodeSuccess = (ExitCode.Success, "all went well");
    public static readonly (int, string) CodeUsage = (ExitCode.Usage, "the command line is wrong");
    public static readonly (int, string) CodePackages = (ExitCode.MissingPackages, "Debian packages are missing and were not installed");
    public static readonly (int, string) CodeBuild = (ExitCode.BuildFailed, "a build step failed");
    public static readonly (int, string) CodeNotBuilt = (ExitCode.NotBuilt, "something has not been built yet; './migrate build' does it");

    public static Option<bool> Yes() => new("--yes", "-y")
    {
        Description = "Install missing Debian packages without asking (also with CI=true).",
    };

    public static Option<FileInfo?> Json(string what)
    {
        var option = Output("--json", $"Write {what} as JSON to FILE, or to standard output when no file is named.");
        option.Arity = ArgumentArity.ZeroOrOne;
        return option;
    }

    public static Option<FileInfo?> Html(string what) => Output("--html", $"Write {what} as one self-contained page to FILE.");

    /// <summary>A file that is written when the work is done; what could not be one is refused before that.</summary>
    public static Option<FileInfo?> Output(string name, string description)
    {
        var option = new Option<FileInfo?>(name) { Description = description, HelpName = "FILE" };
        RefuseFolders(option);
        return option;
    }

    /// <summary>Refuses a folder where a file is meant.</summary>
    public static void RefuseFolders(Option option) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && Directory.Exists(result.Tokens[0].Value))
        {
            result.AddError($"{option.Name} {result.Tokens[0].Value}: this is a folder; name a file.");
        }
    });

    /// <summary>An argument that takes any words would take a mistyped option for its first one.</summary>
    public static void RefuseOptions(Argument argument) => argument.Validators.Add(result =>
    {
        if (result.Tokens.Count > 0 && result.Tokens[0].Value.StartsWith('-'))
        {
            result.AddError($"there is no option '{result.Tokens[0].Value}'.");
        }
    });

    public static Option<int> WholeNumber(string name, string description, int value, int least = 1)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => value };
        RequireWholeNumber(option, least);
        return option;
    }

    /// <summary>Refuses anything else with the option, the word that was given, and what is valid.</summary>
    public static void RequireWholeNumber(Option option, int least = 1) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && (!int.TryParse(result.Tokens[0].Value, out var number) || number < least))
        {
            result.AddError($"{option.Name} {result.Tokens[0].Value}: expected a whole number from {least} up.");
        }
    });

    /// <summary>Standard output carries JSON alone when --json was given without a file.</summary>
    public static bool JsonOnStandardOutput(ParseResult arguments, Option<FileInfo?> json) =>
        arguments.GetResult(json) is { Implicit: false } && arguments.GetValue(json) is null;

    /// <summary>Writes JSON where --json asks for it; nothing when it was not given.</summary>
    public static void WriteJson(ParseResult arguments, Option<FileInfo?> json, string text)
    {
        if (arguments.GetValue(json) is { } file)
        {
            file.Directory?.Create();
            File.WriteAllText(file.FullName, text + "\n");
        }
        else if (JsonOnStandardOutput(arguments, json))
        {
            Console.Out.WriteLine(text);
        }
    }
}
