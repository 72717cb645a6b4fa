using Bindgen.Tests.Support;
using Rustrt.Bindgen.Cli;

namespace Bindgen.Tests;

/// <summary>A router that stands in for a library with symbol versions exports the same names by the same versions.</summary>
public sealed class SymbolVersionTests : IDisposable
{
    private const string Library = "libversioned.so.2";

    private readonly TempFolder _folder = new();

    public SymbolVersionTests()
    {
        Directory.CreateDirectory(_folder.File("real"));
        Directory.CreateDirectory(_folder.File("router"));
        _folder.Write("versioned.h", "int plain(int x);\nint moved(int x);\n");
        // "moved" changed once: programs of old call the function that they were linked to. "many" no header declares.
        _folder.Write("versioned.c", """
            #include <stdarg.h>
            __asm__(".symver moved_1, moved@V_1, remove\n.symver moved_2, moved@@V_2, remove");
            int moved_1(int x); int moved_2(int x); int plain(int x); double many(int count, ...);
            int moved_1(int x) { return x + 1; }
            int moved_2(int x) { return x + 2; }
            int plain(int x) { return -x; }
            double many(int count, ...) {
                va_list list; double sum = 0;
                va_start(list, count);
                for (int i = 0; i < count; i++) sum += i % 2 ? va_arg(list, double) : va_arg(list, int);
                va_end(list);
                return sum;
            }

            """);
        Tool.Gcc("-shared", "-fPIC", $"-Wl,-soname,{Library}", "-o", Real, _folder.File("versioned.c"),
            "-Wl,--version-script=" + _folder.Write("versioned.map", "V_1 { global: moved; };\nV_2 { global: moved; many; } V_1;\n"));
    }

    private string Real => _folder.File("real/" + Library);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_router_exports_what_the_library_exports_by_the_same_versions()
    {
        BuildRouter($$"""{ "service": "all", "library": "{{Real}}" }""");

        Assert.Equal(Exported(Real), Exported(_folder.File("router/" + Library)).Where(line => !line.Contains("host_bind", StringComparison.Ordinal)));
        Assert.Contains($"Library soname: [{Library}]", Tool.Run("readelf", ["-dW", _folder.File("router/" + Library)]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_with_a_label_is_exported_by_that_and_imported_from_it()
    {
        string header = _folder.Write("labelled.h", "int labelled(int x) __asm__(\"label\");\n");

        Outcome outcome = CommandLine.Bindgen(
            "--header", header, "--library", Library, "--namespace", "X", "--emit", "pinvoke,services,exports,router", "--out", _folder.File("labelled"));

        Assert.Equal((ExitCode.Success, ""), (outcome.ExitCode, outcome.Errors));
        string map = File.ReadAllText(_folder.File("labelled/router/router.g.map"));
        Assert.Contains(" label;", map, StringComparison.Ordinal);
        Assert.DoesNotContain(" labelled;", map, StringComparison.Ordinal);
        Assert.Contains("label:", File.ReadAllText(_folder.File("labelled/router/router_stubs.g.S")), StringComparison.Ordinal);
        string methods = File.ReadAllText(_folder.File("labelled/NativeMethods.g.cs"));
        Assert.Contains("EntryPoint = \"label\"", methods, StringComparison.Ordinal);
        Assert.Contains("int labelled(int x)", methods, StringComparison.Ordinal);
    }

    [Fact]
    public void A_listed_library_gives_the_same_names_and_versions()
    {
        BuildRouter("""
            { "service": "all", "versions": [
                { "symbols": ["plain"] },
                { "name": "V_1", "symbols": [] },
                { "name": "V_2", "after": ["V_1"], "symbols": ["moved", "many"] } ] }
            """);

        // A list has one version of a name, the one that new programs are linked to.
        Assert.Equal(
            Exported(Real).Where(line => !line.EndsWith(" moved@V_1", StringComparison.Ordinal)),
            Exported(_folder.File("router/" + Library)).Where(line => !line.Contains("host_bind", StringComparison.Ordinal)));
    }

    [Fact]
    public void Programs_reach_the_version_that_they_were_linked_to_and_pass_any_arguments()
    {
        BuildRouter($$"""{ "service": "all", "library": "{{Real}}" }""");
        string program = _folder.File("program");
        Tool.Gcc("-o", program, _folder.Write("program.c", """
            #include <stdio.h>
            int moved(int x); int plain(int x); double many(int count, ...);
            int moved_of_old(int x);
            __asm__(".symver moved_of_old, moved@V_1");
            int main(void) {
                printf("%d %d %d %g\n", moved_of_old(10), moved(10), plain(10),
                       many(20, 1, 0.5, 2, 0.5, 3, 0.5, 4, 0.5, 5, 0.5, 6, 0.5, 7, 0.5, 8, 0.5, 9, 0.5, 10, 0.5));
            }

            """), Real);

        Outcome outcome = Tool.Run(program, [], ("LD_LIBRARY_PATH", _folder.File("router")));

        Assert.Equal(new Outcome(0, "11 12 -10 60\n", ""), outcome);
    }

    [Theory]
    [InlineData("int answer = 42;", "exports \"answer\", which is no function")]
    [InlineData("__thread int answer = 42;", "exports \"answer\", which is a thread-local variable")]
    public void A_library_with_exported_data_is_refused(string code, string reason)
    {
        Tool.Gcc("-shared", "-fPIC", "-o", _folder.File("data.so"), _folder.Write("data.c", code + "\nint plain(int x) { return x; }\n"));

        Outcome outcome = Generate("""{ "service": "all", "library": "data.so" }""");

        Assert.Equal(ExitCode.Parse, outcome.ExitCode);
        Assert.Contains(reason, outcome.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("out")));
    }

    [Fact]
    public void A_damaged_library_is_refused_wherever_it_ends()
    {
        byte[] whole = File.ReadAllBytes(Real);
        for (int length = 0; length < whole.Length; length += 997)
        {
            File.WriteAllBytes(_folder.File("cut.so"), whole[..length]);

            Outcome outcome = Generate("""{ "service": "all", "library": "cut.so" }""");

            Assert.Equal(ExitCode.Parse, outcome.ExitCode);
            Assert.Contains("cut.so: it ", outcome.Errors, StringComparison.Ordinal);
        }
    }

    private Outcome Generate(string exports) => CommandLine.Bindgen(
        "--header", _folder.File("versioned.h"), "--out", _folder.File("out"), "--manifest", _folder.Write("manifest.json",
            $$"""{ "library": "{{Library}}", "namespace": "Versioned", "exports": {{exports}} }"""));

    private void BuildRouter(string exports)
    {
        Outcome outcome = Generate(exports);
        Assert.True(outcome.ExitCode == 0, outcome.Errors);
        PlainRouter.Build(_folder.File("out/router"), _folder.File("router"), Library);
    }

    /// <summary>Type, binding, and name with version of what a library exports.</summary>
    private static IEnumerable<string> Exported(string library) =>
        Tool.Run("readelf", ["--dyn-syms", "-W", library]).Output.Split('\n')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length == 8 && words[6] != "UND" && words[0] != "Num:")
            .Select(words => $"{words[3]} {words[4]} {words[7]}")
            .Order(StringComparer.Ordinal);
}
