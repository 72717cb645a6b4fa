namespace Rustrt.Migrate.Build;

/// <summary>
/// How the generators are called on this repository: bindgen once for each binding that is checked in, and the one of the table of
/// services.
/// </summary>
internal static class BindgenTool
{
    private const string Project = "tools/bindgen/Rustrt.Bindgen.Cli";

    /// <summary>
    /// Where libclang's own header is looked for. It is that of one version, whichever libclang reads it: the binding must not
    /// depend on what else is installed.
    /// </summary>
    private const string LibClangHeaders = "/usr/lib/llvm-14/include";

    private const string LibClangHeader = "clang-c/Index.h";

    public const string LibClangPackage = "libclang-14-dev";

    private const string ServicesProject = "tools/services";

    private const string ServicesPage = "docs/services.md";

    private const string CoreTests = "tests/Compat.Tests/Abi/CoreLibrary";

    private const string LibuvManifest = "src/NewRuntime/EventLoops/Uv/Native/libuv.json";

    private static readonly string[][] s_bindings =
    [
        [
            "--header", "legacy/include/rustrt.h", "--header", "legacy/include/rustrt_core.h", "--header", "legacy/include/rustrt_uv.h",
            "--emit", "pinvoke,services,task-facade,exports,router,coverage", "--manifest", "src/Compat/catalogue.json", "--out", "src/Compat/Generated",
        ],
        [
            "--header", "legacy/include/rustcore.h", "--header", "legacy/include/rustrt_core.h", "--before", "legacy/include/rustrt.h",
            "--emit", "exports,router,coverage", "--manifest", "src/Compat/Library/library.json", "--out", "src/Compat/Library/Generated",
        ],
        [
            "--header", LibClangHeader, "--include", LibClangHeaders, "--emit", "pinvoke",
            "--manifest", "tools/bindgen/Rustrt.Bindgen/Clang/libclang.json", "--out", "tools/bindgen/Rustrt.Bindgen/Clang/Generated",
        ],
        ["--header", "uv.h", "--emit", "pinvoke", "--manifest", LibuvManifest, "--out", "src/NewRuntime/EventLoops/Uv/Native/Generated"],
        ["--header", "uv.h", "--emit", "layout-tests", "--manifest", LibuvManifest, "--out", "tests/NewRuntime.Tests/EventLoops/Generated"],
        // The tests hold the header of the library half against the library by a binding of their own.
        [
            "--header", "legacy/include/rustcore.h", "--before", "legacy/include/rustrt.h", "--emit", "pinvoke,coverage,layout-tests",
            "--manifest", CoreTests + "/rustcore.json", "--out", CoreTests + "/Generated",
        ],
    ];

    public static bool HasLibClangHeader => File.Exists(Path.Combine(LibClangHeaders, LibClangHeader));

    /// <summary>The generators' own projects, and the configuration that runs.</summary>
    public static IReadOnlyList<string> Projects { get; } = [$"{Project}/Rustrt.Bindgen.Cli.csproj", $"{ServicesProject}/Rustrt.Services.csproj"];

    public const string Configuration = "Release";

    /// <summary>Arguments of <c>dotnet</c> for all that is generated, to be run in the repository's root.</summary>
    /// <param name="check">Write nothing.</param>
    /// <param name="built">The generators are built already.</param>
    public static IReadOnlyList<string[]> OnThisRepository(bool check, bool built)
    {
        string[] before = built ? ["--no-build"] : [];
        string[] more = check ? ["--check"] : [];
        return [.. s_bindings.Select(words => (string[])[.. Start(Project, before), .. words, .. more]), [.. Start(ServicesProject, before), ServicesPage, .. more]];
    }

    /// <summary>The same with the user's own words, from wherever the user is.</summary>
    public static string[] With(RepositoryLayout layout, string[] words) => [.. Start(layout.At(Project), []), .. words];

    private static string[] Start(string project, string[] options) => ["run", "--project", project, "-c", Configuration, .. options, "--"];
}
