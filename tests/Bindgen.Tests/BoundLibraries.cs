using Bindgen.Tests.Support;
using Rustrt.Bindgen.Cli;

namespace Bindgen.Tests;

/// <summary>
/// Headers that nobody here wrote, bound afresh and built together with code that calls the libraries: in a folder of its own,
/// by the frameworks' own rules and with warnings as errors.
/// </summary>
public sealed class BoundLibraries : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Outcome _build;

    /// <summary>A library and the package that has its header; null for this repository's own.</summary>
    private sealed record Library(string Name, string File, string? Package, string[] Headers, string[] Options);

    private const string Emitted = "pinvoke,services,layout-tests,coverage";

    private static readonly Library[] s_libraries =
    [
        new("Zlib", "libz.so.1", "zlib1g-dev", ["zlib.h"], Manifest("zlib.json")),
        new("Sqlite", "libsqlite3.so.0", "libsqlite3-dev", ["sqlite3.h"], Manifest("sqlite.json")),
        new("Uv", "libuv.so.1", "libuv1-dev", ["uv.h"], []),
        new("Lua", "liblua5.4.so.0", "liblua5.4-dev", ["lua.h", "lauxlib.h", "lualib.h"], ["--include", "/usr/include/lua5.4", .. Manifest("lua.json")]),
        new("Curl", "libcurl_options.so", "libcurl4-openssl-dev", ["curl/curl.h", Source("curl_options.h")], Manifest("curl.json")),
        new("Png", "libpng16.so.16", "libpng-dev", ["png.h"], []),
        new("Clang", "libclang-14.so.1", "libclang-14-dev", ["clang-c/Index.h"], ["--include", LibClangs.Headers, "--manifest", Repository.LibClangManifest]),
        new("Kinds", "libkinds.so", null, [Source("kinds.h")], [.. Manifest("kinds.json"), "--define", "KINDS_ROOM=17"]),
        new("Corners", "libcorners.so", null, [Source("corners.h")], []),
        new("Rustrt", "librustrt.so", null, Repository.Headers, ["--manifest", Repository.Manifest]),
    ];

    public BoundLibraries()
    {
        foreach (Library library in s_libraries)
        {
            Outcome bound = CommandLine.Bindgen(Arguments(library));
            Assert.True(bound.ExitCode == ExitCode.Success, library.Package == null
                ? bound.Errors
                : $"{bound.Errors}\nIf the header is missing: apt-get install {library.Package}");
        }
        foreach (string file in Directory.GetFiles(Source("."), "*.cs"))
        {
            File.Copy(file, _folder.File(Path.GetFileName(file)));
        }
        // Under another name where it lies: it is no project of the solution, since it cannot be built there.
        File.Copy(Source("Libraries.project"), _folder.File("Libraries.csproj"));
        // Servers that outlive the build would hold the test run open.
        _build = Tool.Run("dotnet", ["build", _folder.File("Libraries.csproj"), "-v", "q", "-nologo", "-nodeReuse:false", "-p:UseSharedCompilation=false"]);
        if (_build.ExitCode == 0)
        {
            foreach (string framework in new[] { "net9.0", "net10.0" })
            {
                string beside = Path.GetDirectoryName(Program(framework))!;
                Tool.Gcc("-shared", "-fPIC", "-O2", "-o", Path.Combine(beside, "libkinds.so"), Source("kinds.c"));
                Tool.Gcc("-shared", "-fPIC", "-O2", "-o", Path.Combine(beside, "libcurl_options.so"), Source("curl_options.c"), "-lcurl");
            }
        }
    }

    public static IEnumerable<string> Names => s_libraries.Select(library => library.Name);

    public void Dispose() => _folder.Dispose();

    public string Bindings(string library) => _folder.File($"Bindings/{library}");

    /// <summary>Compares the bindings with what another libclang would make.</summary>
    internal Outcome CheckWith(int libClang, string library) =>
        LibClangs.Bindgen(libClang, [.. Arguments(s_libraries.Single(l => l.Name == library)), "--check"]);

    /// <summary>Builds the C program of the layout tests and runs it.</summary>
    internal Outcome RunLayoutProgram(string library)
    {
        string program = _folder.File($"layouts-{library}");
        Tool.Gcc(
            "-I/usr/include/lua5.4", $"-I{LibClangs.Headers}", $"-I{Path.GetDirectoryName(Repository.Headers[0])}", $"-I{Source(".")}", "-o", program,
            Path.Combine(Bindings(library), "layout_tests.g.c"));
        return Tool.Run(program, []);
    }

    /// <summary>Runs the built program with the given words.</summary>
    internal Outcome Run(params string[] words)
    {
        Assert.True(_build.ExitCode == 0, _build.Output + _build.Errors);
        return Tool.Run("dotnet", [Program("net10.0"), .. words]);
    }

    private string[] Arguments(Library library) =>
        [.. library.Headers.SelectMany(header => new[] { "--header", header }), .. library.Options,
            "--library", library.File, "--namespace", $"Bound.{library.Name}", "--emit", Emitted, "--out", Bindings(library.Name)];

    private string Program(string framework) => _folder.File($"bin/Debug/{framework}/Libraries.dll");

    private static string[] Manifest(string name) => ["--manifest", Source(name)];

    private static string Source(string name) => Path.Combine(Repository.Root, "tests/Bindgen.Tests/Libraries", name);
}
