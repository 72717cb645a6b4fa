using System.Text.RegularExpressions;
using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Managed.Tests;

/// <summary>Runs a case of tests/Compat.Managed.Caller: a plain .NET process that finds librustrt.so as any program does.</summary>
internal static partial class CallerProcess
{
    private const string Notice = "rustrt: task bodies in C# run on an OS thread each";

    private static string Program { get; } = Built(Path.Combine(
        AppContext.BaseDirectory.Replace("Compat.Managed.Tests", "Compat.Managed.Caller", StringComparison.Ordinal), "Rustrt.Compat.Managed.Caller"));

    /// <summary>Runs a case with the router on a switch setting.</summary>
    public static Outcome Run(string name, string setting, int threads = 2, string? program = null) =>
        NativeProcess.Run(program ?? Program, [name], [("RUSTRT_SWITCH", setting), ("RUST_THREADS", $"{threads}"), ("LD_LIBRARY_PATH", Repository.Router)]);

    /// <summary>Runs a case in an environment that the test says whole.</summary>
    public static Outcome Run(string name, IEnumerable<(string Name, string Value)> variables) =>
        NativeProcess.Run(Program, [name], variables);

    /// <summary>The lines of standard error but for the notice of the cost, whose figure is this machine's; addresses as 0x*.</summary>
    public static string Errors(Outcome outcome) => Address().Replace(
        string.Concat(outcome.Errors.Split('\n').Where(line => line.Length > 0 && !line.StartsWith(Notice, StringComparison.Ordinal)).Select(line => line + "\n")),
        "*");

    /// <summary>How often the cost was told.</summary>
    public static int Notices(Outcome outcome) => outcome.Errors.Split('\n').Count(line => line.StartsWith(Notice, StringComparison.Ordinal));

    [GeneratedRegex("(?<=@0x|rust: task )[0-9a-f]{6,}")]
    private static partial Regex Address();

    private static string Built(string path) => File.Exists(path) ? path : throw new InvalidOperationException($"{path} is not there");
}
