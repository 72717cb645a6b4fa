using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Rustrt.Docs.Tests.Support;

/// <summary>A verb as its own help describes it.</summary>
internal sealed record Verb(string Name, IReadOnlySet<string> Options, IReadOnlySet<int> ExitCodes);

/// <summary>The verbs of the command line, asked from the tool itself.</summary>
internal static partial class CommandLine
{
    private static readonly Lazy<IReadOnlyDictionary<string, Verb>> s_verbs = new(() => Commands(Help("--help"))
        .Select(DescribeWithParts).ToDictionary(verb => verb.Name));

    public static IReadOnlyDictionary<string, Verb> Verbs => s_verbs.Value;

    // A verb of several parts has their options and exit codes.
    private static Verb DescribeWithParts(string name)
    {
        var help = Help(name, "--help");
        return Commands(help).Select(part => Describe(name, Help(name, part, "--help"))).Aggregate(Describe(name, help),
            (whole, part) => new(name, whole.Options.Union(part.Options).ToHashSet(), whole.ExitCodes.Union(part.ExitCodes).ToHashSet()));
    }

    /// <summary>The verbs that a page of help lists.</summary>
    internal static IEnumerable<string> Commands(string help) => Section(help, "Commands:")
        .Select(line => CommandName().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value);

    /// <summary>What a verb's page of help says.</summary>
    internal static Verb Describe(string name, string help) => new(name,
        Section(help, "Options:").Select(line => OptionName().Match(line)).Where(match => match.Success)
            .SelectMany(match => match.Groups["name"].Captures).Select(capture => capture.Value).ToHashSet(),
        Section(help, "Exit codes:").Select(line => ExitCodeLine().Match(line)).Where(match => match.Success)
            .Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToHashSet());

    private static IEnumerable<string> Section(string help, string title) =>
        help.Split('\n').SkipWhile(line => line.TrimEnd() != title).Skip(1).TakeWhile(line => line.Trim().Length > 0);

    private static string Help(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "migrate.dll"), .. words]) { RedirectStandardOutput = true };
        start.Environment["RUSTRT_MIGRATE_ROOT"] = Repository.Root;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output
            : throw new InvalidOperationException($"migrate {string.Join(' ', words)} ended with {process.ExitCode}: {output}");
    }

    [GeneratedRegex(@"^  ([a-z]+)\b")]
    private static partial Regex CommandName();

    [GeneratedRegex(@"^  (?:(?<name>--?[a-z?][a-z-]*)(?:, )?)+")]
    private static partial Regex OptionName();

    [GeneratedRegex(@"^  (\d+)\s")]
    private static partial Regex ExitCodeLine();
}
