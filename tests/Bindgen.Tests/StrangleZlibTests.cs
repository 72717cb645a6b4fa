using System.Diagnostics.CodeAnalysis;
using Bindgen.Tests.Support;

namespace Bindgen.Tests;

/// <summary>
/// samples/strangle-zlib, built as its reader would: from a copy outside of the repository, with the packages alone. Then a
/// program that nobody here wrote, python3, runs on it.
/// </summary>
public sealed class StrangleZlibTests(StrangleZlibTests.Built sample) : IClassFixture<StrangleZlibTests.Built>
{
    private const string Program = """
        import zlib, gzip
        data = bytes(range(256)) * 300
        print(zlib.crc32(data), zlib.adler32(data), zlib.decompress(zlib.compress(data)) == data, gzip.decompress(gzip.compress(data)) == data)
        print("new backend loaded:", "libz_new.so" in open("/proc/self/maps").read())
        """;

    // Of the same bytes, by Debian's zlib.
    private const string Answer = "3147626774 167277244 True True\n";

    [Fact]
    public void The_library_stands_in_for_libz()
    {
        Assert.Equal(Symbols("/usr/lib/x86_64-linux-gnu/libz.so.1"), Symbols(sample.File("libz.so.1")));
        Assert.Contains("Library soname: [libz.so.1]", Tool.Run("readelf", ["-dW", sample.File("libz.so.1")]).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("all=legacy", false)]
    [InlineData("all=legacy;checksums=new", true)]
    public void Python_runs_on_either_backend(string setting, bool isNew)
    {
        string calls = sample.File("calls.json");

        Outcome outcome = Python(["-c", Program], ("ZLIB_SWITCH", setting), ("ZLIB_CALLS", calls));

        Assert.Equal(new Outcome(0, $"{Answer}new backend loaded: {isNew}\n", ""), outcome);
        string report = File.ReadAllText(calls);
        Assert.Matches(isNew ? "\"checksums\":{\"backend\":\"new\",\"legacy\":0,\"new\":[1-9]" : "\"checksums\":{\"backend\":\"legacy\",\"legacy\":[1-9]", report);
        Assert.Matches("\"streams\":{\"backend\":\"legacy\",\"legacy\":[1-9]", report);
    }

    [Theory]
    [InlineData("all=legacy")]
    [InlineData("all=legacy;checksums=new")]
    public void The_trace_tells_what_python_calls(string setting)
    {
        Outcome outcome = Python(["-c", "import zlib; zlib.crc32(b'hello'); zlib.compress(b'')"], ("ZLIB_SWITCH", setting), ("ZLIB_TRACE", "checksums"));

        Assert.Equal(0, outcome.ExitCode);
        Assert.Matches(@"^zlib-trace: \[\d+\] crc32\(crc=0, buf=0x[0-9a-f]+, len=5\)\nzlib-trace: \[\d+\] crc32 = 907060870\n$", outcome.Errors);
    }

    [Fact]
    public void What_is_not_moved_cannot_be_new()
    {
        Outcome outcome = Python(["-c", Program], ("ZLIB_SWITCH", "all=new"));

        Assert.Equal(119, outcome.ExitCode);
        Assert.Contains("zlib: not migrated yet: deflate (streams)\n", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_backends_give_the_same_checksums()
    {
        Outcome outcome = Tool.Run("python3", [sample.Source("parity.py"), sample.File("")]);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Matches(@"\n\d{4} calls, 0 differ\n$", "\n" + outcome.Output);
    }

    [Fact]
    public void It_is_short() => Assert.InRange(
        Directory.GetFiles(Path.Combine(Repository.Root, "samples/strangle-zlib"))
            .Where(file => !file.EndsWith(".gitignore", StringComparison.Ordinal)).Sum(file => File.ReadLines(file).Count()), 1, 149);

    private Outcome Python(string[] arguments, params (string Name, string Value)[] environment) =>
        Tool.Run("python3", arguments, [("LD_LIBRARY_PATH", sample.File("")), .. environment]);

    private static IEnumerable<string> Symbols(string library) =>
        Tool.Run("readelf", ["--dyn-syms", "-W", library]).Output.Split('\n')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length == 8 && words[6] != "UND" && words[0] != "Num:" && words[7] != "zlib_router_host_bind")
            .Select(words => $"{words[3]} {words[7]}")
            .Order(StringComparer.Ordinal);

    /// <summary>The sample, built with the packages that ./migrate made.</summary>
    [SuppressMessage("Design", "CA1034", Justification = "xunit wants a fixture that is as visible as its test class.")]
    public sealed class Built : IDisposable
    {
        private readonly TempFolder _folder = new();

        public Built()
        {
            string packages = Path.Combine(Repository.Root, "artifacts/packages");
            Assert.True(Directory.Exists(packages), "artifacts/packages is missing; './migrate pack' makes it");
            Directory.CreateDirectory(Source(""));
            foreach (string file in Directory.GetFiles(Path.Combine(Repository.Root, "samples/strangle-zlib")))
            {
                System.IO.File.Copy(file, Source(Path.GetFileName(file)));
            }
            Run("bash", Source("build.sh"), packages, File(""));
        }

        public string Source(string name) => _folder.File("source/" + name);

        public string File(string name) => _folder.File("out/" + name);

        public void Dispose() => _folder.Dispose();

        private static void Run(string program, params string[] arguments)
        {
            Outcome outcome = Tool.Run(program, arguments);
            Assert.True(outcome.ExitCode == 0, $"{program} {string.Join(' ', arguments)}\n{outcome.Output}{outcome.Errors}");
        }
    }
}
