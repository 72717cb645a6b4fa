using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Rustrt.Compat.Tests.Support;

/// <summary>
/// The callers of these tests, tests/Compat.Tests/callers: compiled once against the legacy library's name and symbols and
/// never again while their sources stay the same. Which librustrt.so they meet is decided when they run.
/// </summary>
internal static class Compiler
{
    private static readonly string[] s_headerFolders = ["legacy/include", "legacy/tests", "legacy/core/tests", "tests/Compat.Tests/callers"];
    private static readonly string[] s_cases = ["-std=c++17", "-O1", "-g", "-fno-omit-frame-pointer", "-Wall", "-Wextra", "-Werror"];
    private static readonly string s_folder = Directory.CreateDirectory(Repository.Source("artifacts/tests/compat-callers")).FullName;

    // Every case asks for its program, and to read all sources for its fingerprint takes as long as a short case.
    private static readonly ConcurrentDictionary<string, Lazy<string>> s_built = new(StringComparer.Ordinal);

    /// <summary>A C program that links to librustrt.so.</summary>
    public static string C(string file, params string[] more) =>
        Build(Path.GetFileNameWithoutExtension(file), "gcc", ["-std=gnu11", "-O1", "-g", "-Wall", "-Wextra", "-Werror", .. more, .. Linked], [Own(file)]);

    /// <summary>A library in C that needs no other.</summary>
    public static string Library(string file) =>
        Build(Path.GetFileNameWithoutExtension(file), "gcc", ["-std=gnu11", "-O1", "-g", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC"], [Own(file)]);

    /// <summary>A program of cases for the harness of legacy/tests.</summary>
    public static string Cases(string file) =>
        Build(Path.GetFileNameWithoutExtension(file), "g++", [.. s_cases, .. Linked], [Own(file), Shared("legacy/tests/harness.cpp")]);

    /// <summary>The same, on the core library.</summary>
    public static string CoreCases(string file) => Build(Path.GetFileNameWithoutExtension(file), "g++",
        [.. s_cases, "-L", Repository.Legacy, "-Wl,--no-as-needed", "-lrustcore", .. Linked],
        [Own(file), Shared("legacy/core/tests/core_case.cpp"), Shared("legacy/tests/harness.cpp")]);

    /// <summary>A source file of these tests.</summary>
    public static string Own(string file) => Repository.Source($"tests/Compat.Tests/callers/{file}");

    // Half of the time that a program takes to compile.
    private static string Shared(string file) =>
        Build(Path.GetFileNameWithoutExtension(file), "g++", [.. s_cases, "-c"], [Repository.Source(file)], ".o");

    private static string[] Linked => ["-L", Repository.Legacy, "-Wl,--no-as-needed", "-lrustrt", "-lpthread", "-Wl,--allow-shlib-undefined"];

    private static string Build(string name, string compiler, string[] options, string[] sources, string ending = "") =>
        s_built.GetOrAdd(string.Join('\n', [compiler, .. options, .. sources]), _ => new(() => BuildOnce(name, compiler, options, sources, ending))).Value;

    private static string BuildOnce(string name, string compiler, string[] options, string[] sources, string ending)
    {
        options = [.. s_headerFolders.SelectMany(folder => new[] { "-I", Repository.Source(folder) }), .. options];
        string program = Path.Combine(s_folder, $"{name}-{Fingerprint(compiler, options, sources)}{ending}");
        if (File.Exists(program)) return program;
        string unfinished = $"{program}.{Environment.ProcessId}"; // two processes of tests may want the same one at once
        Outcome outcome = NativeProcess.Run(compiler, [.. sources, "-o", unfinished, .. options], []);
        Assert.True(outcome.Status == 0, $"{compiler} {string.Join(' ', sources)}: {outcome.Errors}");
        File.Move(unfinished, program, overwrite: true);
        return program;
    }

    /// <summary>Of all that goes into a program: the command, its sources, and the headers of the old API.</summary>
    private static string Fingerprint(string compiler, string[] options, string[] sources)
    {
        IEnumerable<string> headers = s_headerFolders
            .SelectMany(folder => Directory.EnumerateFiles(Repository.Source(folder), "*.h")).Order(StringComparer.Ordinal);
        StringBuilder all = new(compiler + string.Join(' ', options));
        foreach (string file in sources.Concat(headers)) all.Append(file).Append(File.ReadAllText(file));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())))[..16];
    }
}
