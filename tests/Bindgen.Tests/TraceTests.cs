using System.Text.RegularExpressions;
using Bindgen.Tests.Support;
using Rustrt.Bindgen.Cli;

namespace Bindgen.Tests;

/// <summary>The router's trace tells who was called with what and what came back, by the manifest's policies, and changes nothing.</summary>
public sealed partial class TraceTests : IDisposable
{
    private const string Library = "libtraced.so.1";

    private readonly TempFolder _folder = new();

    public TraceTests()
    {
        Directory.CreateDirectory(_folder.File("real"));
        Directory.CreateDirectory(_folder.File("router"));
        string header = _folder.Write("traced.h", """
            int shift(signed char by, unsigned char mask, long wide);
            double scale(double x, float y, int times);
            const char *name(const char *of, void *at, const char *secret, double weight);
            void quiet(void);
            long seven(long a, long b, long c, long d, long e, long f, long g);
            int other(int x);

            """);
        Tool.Gcc("-shared", "-fPIC", $"-Wl,-soname,{Library}", "-o", _folder.File("real/" + Library), "-Wno-unused-parameter", "-include", header,
            _folder.Write("traced.c", """
                #include <errno.h>
                int shift(signed char by, unsigned char mask, long wide) { return by + mask + (int)wide; }
                double scale(double x, float y, int times) { return x * y * times; }
                const char *name(const char *of, void *at, const char *secret, double weight) { return "a\"b"; }
                void quiet(void) { errno = 77; }
                long seven(long a, long b, long c, long d, long e, long f, long g) { return a + b + c + d + e + f + g; }
                int other(int x) { return x; }

                """));
        Outcome generated = CommandLine.Bindgen("--header", header, "--out", _folder.File("out"), "--manifest", Manifest("""
            "name.of": "text", "name.return": "text", "name.secret": "hidden", "name.weight": "hidden"
            """));
        Assert.True(generated.ExitCode == 0, generated.Errors);
        PlainRouter.Build(_folder.File("out/router"), _folder.File("router"), Library);
        Tool.Gcc("-o", _folder.File("program"), "-include", header, _folder.Write("program.c", """
            #include <errno.h>
            #include <stdio.h>
            int main(void) {
                printf("%d ", shift(-3, 200, -1099511627776));
                printf("%g ", scale(1.5, 2.5f, 2));
                printf("%s ", name("it's\n", 0, "password", 0.5));
                errno = 0;
                quiet();
                printf("%d ", errno);
                printf("%ld ", seven(1, 2, 3, 4, 5, 6, 7));
                printf("%d\n", other(4));
            }

            """), _folder.File("real/" + Library));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Calls_are_told_by_the_manifest_s_policies_and_go_on_unharmed()
    {
        Outcome outcome = Run(("TRACED_TRACE", "main"));

        Assert.Equal(Run().Output, outcome.Output);
        Assert.Equal("197 7.5 a\"b 77 28 4\n", outcome.Output);
        Assert.Equal(
            """
            traced-trace: [N] shift(by=-3, mask=200, wide=-1099511627776)
            traced-trace: [N] shift = 197
            traced-trace: [N] scale(x=1.5, y=2.5, times=2)
            traced-trace: [N] scale = 7.5
            traced-trace: [N] name(of="it's\x0a", at=(nil), secret=?, weight=?)
            traced-trace: [N] name = "a\x22b"
            traced-trace: [N] quiet()
            traced-trace: [N] quiet returned
            traced-trace: [N] seven(...)

            """,
            Thread().Replace(outcome.Errors, "[N]"));
    }

    [Fact]
    public void It_can_go_to_a_file_and_be_counted_at_the_same_time()
    {
        Outcome outcome = Run(
            ("TRACED_TRACE", "rest,main"), ("TRACED_TRACE_FILE", _folder.File("trace")), ("TRACED_CALLS", _folder.File("calls")));

        Assert.Equal("", outcome.Errors);
        Assert.EndsWith(
            "[N] other(x=4)\ntraced-trace: [N] other = 4\n", Thread().Replace(File.ReadAllText(_folder.File("trace")), "[N]"), StringComparison.Ordinal);
        Assert.Contains("\"main\":{\"backend\":\"legacy\",\"legacy\":5", File.ReadAllText(_folder.File("calls")), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_service_is_refused()
    {
        Outcome outcome = Run(("TRACED_TRACE", "main,mian"));

        Assert.Equal("traced: TRACED_TRACE: unknown service 'mian'; valid: all, main, rest\n", outcome.Errors);
        Assert.NotEqual(0, outcome.ExitCode);
    }

    [Theory]
    [InlineData("\"name.off\": \"text\"", "\"name.off\" in \"trace\" is no function, function.argument or function.return of the headers")]
    [InlineData("\"name.of\": \"loud\"", "\"loud\" in \"trace\" is none of value, text, hidden, entry")]
    public void A_policy_for_nothing_is_an_error(string policy, string message)
    {
        Outcome outcome = CommandLine.Bindgen(
            "--header", _folder.File("traced.h"), "--out", _folder.File("other"), "--manifest", Manifest(policy));

        Assert.Equal(ExitCode.Parse, outcome.ExitCode);
        Assert.Contains(message, outcome.Errors, StringComparison.Ordinal);
    }

    private string Manifest(string trace) => _folder.Write("manifest.json", $$"""
        { "library": "{{Library}}", "namespace": "Traced", "trace": { {{trace}} },
          "services": [{ "name": "main", "symbols": ["shift", "scale", "name", "quiet", "seven"] }],
          "exports": { "service": "rest", "library": "real/{{Library}}" } }
        """);

    private Outcome Run(params (string Name, string Value)[] environment) =>
        Tool.Run(_folder.File("program"), [], [("LD_LIBRARY_PATH", _folder.File("router")), .. environment]);

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Thread();
}
