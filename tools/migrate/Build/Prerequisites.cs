using System.Text.RegularExpressions;
using Rustrt.Migrate.Terminal;
using Spectre.Console;

namespace Rustrt.Migrate.Build;

/// <summary>
/// The Debian packages that building and testing need beside the .NET SDK. Each is checked by the file that is really
/// used, so that a tool installed by other means counts.
/// </summary>
internal static partial class Prerequisites
{
    /// <summary>What somebody is about to do; each needs what those before it need, and more.</summary>
    internal enum Purpose
    {
        Build,
        Test,
        TestInFull,
    }

    private const string Multiarch = "/usr/lib/x86_64-linux-gnu";

    private static readonly (string Package, Func<bool> IsPresent)[] s_toBuild =
    [
        ("cmake", () => OnPath("cmake")),
        ("ninja-build", () => OnPath("ninja")),
        ("g++", () => OnPath("g++") && OnPath("gcc") && OnPath("ld")),
        ("python3", () => OnPath("python3")),
        ("libclang1-14", () => HasLibClang(Multiarch) || LlvmFolders().Any(folder => HasLibClang(Path.Combine(folder, "lib")))),
        ("libclang-common-14-dev", () => LlvmFolders().Any(HasCompilerHeaders)),
        ("zlib1g-dev", () => File.Exists("/usr/include/zlib.h")),
        ("libedit-dev", () => File.Exists("/usr/include/histedit.h")),
        ("libuv1", () => File.Exists($"{Multiarch}/libuv.so.1")),
        ("libuv1-dev", () => File.Exists("/usr/include/uv.h") && File.Exists($"{Multiarch}/libuv.so")),
    ];

    // What tests/Bindgen.Tests binds and calls, beside zlib and libuv, and the versions of libclang that it binds with; what
    // tests/Compat.Tests compares types by.
    private static readonly (string Package, Func<bool> IsPresent)[] s_toTest =
    [
        ("libsqlite3-dev", () => File.Exists("/usr/include/sqlite3.h")),
        ("liblua5.4-dev", () => File.Exists("/usr/include/lua5.4/lua.h")),
        ("libcurl4-openssl-dev", () => File.Exists("/usr/include/x86_64-linux-gnu/curl/curl.h") || File.Exists("/usr/include/curl/curl.h")),
        ("abigail-tools", () => OnPath("abidiff")),
        ("libpng-dev", () => File.Exists("/usr/include/png.h")),
        (BindgenTool.LibClangPackage, () => BindgenTool.HasLibClangHeader),
        .. ExactLibClang(14), .. ExactLibClang(19),
    ];

    // valgrind's header comes with the program, and the old runtime must have been built with it.
    private static readonly (string Package, Func<bool> IsPresent)[] s_toTestInFull =
        [("valgrind", () => OnPath("valgrind") && File.Exists("/usr/include/valgrind/valgrind.h")), .. ExactLibClang(16)];

    public static IReadOnlyList<string> Missing(Purpose purpose) =>
        [.. For(purpose).Where(package => !package.IsPresent()).Select(package => package.Package).Distinct()];

    private static IEnumerable<(string Package, Func<bool> IsPresent)> For(Purpose purpose) =>
        [.. s_toBuild, .. purpose >= Purpose.Test ? s_toTest : [], .. purpose >= Purpose.TestInFull ? s_toTestInFull : []];

    /// <summary>Installs what is missing, after asking where there is somebody to ask.</summary>
    /// <exception cref="UserErrorException">Something stays missing; the message has the one command to run.</exception>
    public static async Task Ensure(Screen screen, RepositoryLayout layout, bool yes, Purpose purpose, CancellationToken stop)
    {
        var missing = Missing(purpose);
        if (missing.Count == 0)
        {
            return;
        }
        var byHand = $"apt-get update && apt-get install -y {string.Join(' ', missing)}";
        screen.Line($"Missing Debian packages: {string.Join(", ", missing)}");
        if (!OnPath("apt-get"))
        {
            throw new UserErrorException(ExitCode.MissingPackages,
                "this system has no apt-get; install what those packages contain by its own means and run this again.");
        }
        var isRoot = Environment.UserName == "root";
        if (!isRoot && !OnPath("sudo"))
        {
            throw new UserErrorException(ExitCode.MissingPackages, $"installing needs root and there is no sudo; run as root: {byHand}");
        }
        if (!Agreed(screen, yes))
        {
            throw new UserErrorException(ExitCode.MissingPackages, $"not installed; the command is: {(isRoot ? "" : "sudo ")}sh -c '{byHand}'");
        }
        var installed = await new StepRunner(layout, screen).Run(new Step("apt-get", "installing Debian packages", async step =>
        {
            var prefix = isRoot ? Array.Empty<string>() : ["sudo"];
            var quiet = new Dictionary<string, string> { ["DEBIAN_FRONTEND"] = "noninteractive" };
            foreach (string[] command in new string[][] { ["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", .. missing] })
            {
                string[] words = [.. prefix, .. command];
                if (await step.Try(quiet, words[0], words[1..]) != 0)
                {
                    throw new StepFailedException(string.Join(' ', command) + " failed");
                }
            }
        }), "installing " + string.Join(", ", missing), stop);
        if (!installed || Missing(purpose) is { Count: > 0 })
        {
            throw new UserErrorException(ExitCode.MissingPackages, $"still missing: {string.Join(", ", Missing(purpose))}; run as root: {byHand}");
        }
    }

    private static bool Agreed(Screen screen, bool yes) =>
        yes || Environment.GetEnvironmentVariable("CI") is "true" or "1"
        || (screen.IsTerminal && !System.Console.IsInputRedirected && screen.Console.Confirm("Install them now with apt-get?"));

    private static IEnumerable<(string Package, Func<bool> IsPresent)> ExactLibClang(int version) =>
    [
        ($"libclang1-{version}", () => File.Exists($"/usr/lib/llvm-{version}/lib/libclang-{version}.so.1")),
        ($"libclang-common-{version}-dev", () => HasCompilerHeaders($"/usr/lib/llvm-{version}")),
    ];

    // To build, any version of libclang will do (tools/bindgen/README.md); 14 is the one that is installed where there is none.
    private static IEnumerable<string> LlvmFolders() => Directory.Exists("/usr/lib") ? Directory.EnumerateDirectories("/usr/lib", "llvm-*") : [];

    private static bool HasLibClang(string folder) => Directory.Exists(folder)
        && Directory.EnumerateFiles(folder, "libclang*.so*").Any(file => LibClang().IsMatch(Path.GetFileName(file)));

    private static bool HasCompilerHeaders(string llvm) => Directory.Exists(Path.Combine(llvm, "lib", "clang"))
        && Directory.EnumerateDirectories(Path.Combine(llvm, "lib", "clang")).Any(version => File.Exists(Path.Combine(version, "include", "stddef.h")));

    // Not libclang-cpp, which is another library.
    [GeneratedRegex(@"^libclang(-\d+)?\.so")]
    private static partial Regex LibClang();

    private static bool OnPath(string command) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, command)));
}
