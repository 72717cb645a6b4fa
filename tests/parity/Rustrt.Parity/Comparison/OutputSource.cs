using System.Text.RegularExpressions;
using Rustrt.Parity.Running;

namespace Rustrt.Parity.Comparison;

/// <summary>One of the two streams that a caller writes, as it is compared: without the addresses and places of assertions in it.</summary>
public sealed partial class OutputSource
{
    private readonly Func<CallerRun, IReadOnlyList<string>> _lines;

    private OutputSource(string name, Func<CallerRun, IReadOnlyList<string>> lines)
    {
        Name = name;
        _lines = lines;
    }

    /// <summary>Standard output.</summary>
    public static OutputSource Output { get; } = new("standard output", run => run.Output);

    /// <summary>Standard error.</summary>
    public static OutputSource Errors { get; } = new("standard error", run => run.Errors);

    /// <summary>How divergences name it.</summary>
    public string Name { get; }

    /// <summary>Its lines in a run.</summary>
    public IReadOnlyList<string> Of(CallerRun run) => [.. _lines(run).Select(Comparable)];

    // The old runtime's assertions name its files, functions and variables; what it tells the user is the text in quotes, if any.
    internal static string Comparable(string line) =>
        FailedAssertion().Replace(BareTask().Replace(Address().Replace(line, "0xADDR"), "task ADDR"), "Assertion failed: ${told}");

    [GeneratedRegex(@"^\S+: \S+:\d+: .*?: Assertion `[^""]*(?<told>(?:"".*"")?)' failed\.$")]
    private static partial Regex FailedAssertion();

    [GeneratedRegex("0x[0-9a-fA-F]{6,}")]
    private static partial Regex Address();

    [GeneratedRegex(@"\btask [0-9a-f]{8,}\b")]
    private static partial Regex BareTask();
}
