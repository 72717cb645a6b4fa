using System.Text.Json;
using System.Text.RegularExpressions;
using Bindgen.Tests.Support;
using Rustrt.Bindgen.Cli;

namespace Bindgen.Tests;

/// <summary>What cannot be bound is left out with a warning that names it; the rest is bound, unless --strict forbids it.</summary>
public sealed class LeftOutTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("int f(int a, ...);",
        "function \"f\" is left out: it is variadic, which C# cannot call; add a C function for each argument list that is used")]
    [InlineData("int f();", "function \"f\" is left out: it has no prototype; write (void) if it takes nothing")]
    [InlineData("static inline int f(void) { return 0; }",
        "function \"f\" is left out: it is static: no library exports it; add a C function that calls it, or write it in C#")]
    [InlineData("inline int f(void) { return 0; }",
        "function \"f\" is left out: it is inline: no library need export it; add a C function that calls it, or write it in C#")]
    [InlineData("extern int v;",
        "variable \"v\" is left out: C# has no imports of variables; read it through NativeLibrary.GetExport, or add a C function that returns its address")]
    [InlineData("static const struct { int a; } v = { 1 };",
        "variable \"v\" is left out: it is static, and no constant that C# has; write it in C#")]
    [InlineData("static int v = 1;",
        "variable \"v\" is left out: it is static, and no constant that C# has; write it in C#")]
    [InlineData("__attribute__((visibility(\"hidden\"))) int f(int a);",
        "function \"f\" is left out: it is hidden: no library exports it; add a C function that calls it")]
    [InlineData("__attribute__((ms_abi)) int f(int a);",
        "function \"f\" is left out: it has another calling convention than C's usual one; add a C function that calls it")]
    [InlineData("typedef int (*caller)(int) __attribute__((ms_abi));",
        "a pointer to \"int (int) __attribute__((ms_abi))\" is bound as void*, since that type has another calling convention than C's usual one; cast it where you use it")]
    [InlineData("int f(int) __asm__(\"a \\\"name\\\"\");",
        "function \"f\" is left out: its label \"a \"name\"\" is no name of C; add a C function that calls it")]
    [InlineData("int bound_too(int) __asm__(\"same\"); int f(int) __asm__(\"same\");",
        "function \"f\" is left out: libraries export it as \"same\", as they do \"bound_too\"; call that")]
    [InlineData("typedef long double pair[2]; void f(pair *a, long double b);",
        "function \"f\" is left out: type \"long double\" has no equal in C#; add a C function that takes another type")]
    [InlineData("void f(long double a);",
        "function \"f\" is left out: type \"long double\" has no equal in C#; add a C function that takes another type")]
    [InlineData("void f(__int128 a);",
        "function \"f\" is left out: type \"__int128\" has no equal in C#; add a C function that takes another type")]
    [InlineData("struct gone; void f(struct gone a);",
        "function \"f\" is left out: it passes \"gone\" by value, which is defined nowhere or empty; add a C function that takes a pointer")]
    [InlineData("struct s { _Alignas(16) int a; }; void f(struct s a);",
        "function \"f\" is left out: it passes \"s\" by value, which is aligned to 16 bytes, more than C# keeps to; add a C function that takes a pointer")]
    [InlineData("struct s { int a; long double b; };",
        "field \"s.b\" is left out: type \"long double\" has no equal in C#; its bytes keep their place, but such a record is not passed by value")]
    [InlineData("typedef int (*printer)(const char *, ...);",
        "a pointer to \"int (const char *, ...)\" is bound as void*, since that type is variadic; cast it where you use it")]
    public void Is_named_with_what_to_do(string declaration, string message)
    {
        string header = _folder.Write("header.h", $"\n{declaration}\nvoid bound(void);\n");

        Outcome outcome = Run(header);

        Assert.Equal(ExitCode.Success, outcome.ExitCode);
        Assert.Matches($"(?m)^{Regex.Escape(header)}:2(:\\d+)?: warning: {Regex.Escape(message)}$", outcome.Errors);
        string methods = File.ReadAllText(_folder.File("out/NativeMethods.g.cs"));
        Assert.Contains("void bound()", methods, StringComparison.Ordinal);
        Assert.DoesNotContain(" f(", methods, StringComparison.Ordinal);
        using var coverage = JsonDocument.Parse(File.ReadAllText(_folder.File("out/coverage.g.json")));
        Assert.Contains($"header.h:2: {message}", coverage.RootElement.GetProperty("leftOut").EnumerateArray().Select(item => item.GetString()));
    }

    [Fact]
    public void Strict_makes_it_an_error_and_writes_nothing()
    {
        string header = _folder.Write("header.h", "int f(int a, ...);\nvoid bound(void);\n");

        Outcome outcome = Run(header, "--strict");

        Assert.Equal(ExitCode.Strict, outcome.ExitCode);
        Assert.StartsWith($"{header}:1:5: error: function \"f\" is left out: it is variadic", outcome.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("out")));
    }

    [Fact]
    public void Strict_has_nothing_against_a_header_that_is_bound_whole()
    {
        string header = _folder.Write("header.h", "void bound(void);\n");

        Assert.Equal(ExitCode.Success, Run(header, "--strict").ExitCode);
    }

    [Fact]
    public void What_the_manifest_skips_is_no_surprise()
    {
        string header = _folder.Write("header.h",
            "int f(int a, ...);\nextern int v;\nstruct s { int a; struct { long double b; } in; };\nvoid bound(struct s *s);\n");

        Outcome all = Run(header, "--strict", "--manifest", _folder.Write("all.json", """{ "skip": ["f", "v", "s"] }"""));
        Outcome some = Run(header, "--strict", "--manifest", _folder.Write("some.json", """{ "skip": ["f", "s"] }"""));

        Assert.Equal((ExitCode.Success, ""), (all.ExitCode, all.Errors));
        Assert.Equal(ExitCode.Strict, some.ExitCode);
        Assert.StartsWith($"{header}:2:12: error: variable \"v\" is left out", some.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Macros_without_a_value_are_listed()
    {
        string header = _folder.Write("header.h", "#define EMPTY\n#define CALL(a) (a)\n#define TYPE int\n#define VALUE 3\n"
            + "#define BYTES \"\\xff\"\n#define WIDE L\"wide\"\nvoid bound(void);\n");

        Outcome outcome = Run(header);

        Assert.Equal("", outcome.Errors);
        using var coverage = JsonDocument.Parse(File.ReadAllText(_folder.File("out/coverage.g.json")));
        Assert.Equal(
            ["BYTES", "CALL", "EMPTY", "TYPE", "WIDE"],
            coverage.RootElement.GetProperty("macrosWithoutValue").EnumerateArray().Select(item => item.GetString()));
    }

    private Outcome Run(string header, params string[] more) => CommandLine.Bindgen(
        ["--header", header, "--library", "libx.so", "--namespace", "X", "--emit", "pinvoke,coverage", "--out", _folder.File("out"), .. more]);
}
