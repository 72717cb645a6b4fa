using System.Text.RegularExpressions;
using Bindgen.Tests.Support;
using Xunit.Abstractions;

namespace Bindgen.Tests.Facade;

/// <summary>A managed caller written against zlib's imports, unchanged on the facade, with the checksums on either side.</summary>
public sealed partial class FacadeTests(BuiltFacade built, ITestOutputHelper output) : IClassFixture<BuiltFacade>
{
    private const string Checksums = "checksums 2932118605 3827832326 2053932785\n";
    private const string Streams = "streams True True 1.\ndata error\n";

    [Fact]
    public void The_caller_works_on_the_imports() =>
        Assert.Equal(new Outcome(0, $"{Checksums}libz loaded: True\n{Streams}", ""), built.Run("caller-imports", []));

    // caller-facade is the same source, compiled again; caller-swapped not even that.
    [Theory]
    [InlineData("caller-facade", "all=legacy", true)]
    [InlineData("caller-facade", "all=legacy;checksums=new", false)]
    [InlineData("caller-facade", "all=new,legacy;checksums=legacy", true)]
    [InlineData("caller-facade", "all=new", false)]
    [InlineData("caller-swapped", "all=legacy", true)]
    [InlineData("caller-swapped", "all=legacy;checksums=new", false)]
    [InlineData("caller-swapped", "all=legacy,new", true)]
    [InlineData("caller-swapped", "all=new", false)]
    public void The_caller_works_unchanged_on_either_side(string caller, string setting, bool isLegacyCalled)
    {
        Outcome outcome = built.Run(caller, [], ("ZLIB_SWITCH", setting), ("TEST_REGISTER", "everything"));

        Assert.Equal(new Outcome(0, $"{Checksums}libz loaded: {isLegacyCalled}\n{Streams}", ""), outcome);
    }

    [Fact]
    public void Without_a_setting_everything_is_legacy() =>
        Assert.Equal(new Outcome(0, $"{Checksums}libz loaded: True\n{Streams}", ""), built.Run("caller-facade", []));

    [Fact]
    public void A_file_beside_the_program_decides()
    {
        string file = Path.Combine(Path.GetDirectoryName(built.Program("caller-facade"))!, "zlib.switch");
        try
        {
            File.WriteAllText(file, "all = new\non-error = legacy\n");
            // streams is not registered: refused, were it not for on-error.
            Outcome outcome = built.Run("caller-facade", ["checksums-only"]);

            Assert.Equal((0, $"{Checksums}libz loaded: True\n"), (outcome.ExitCode, outcome.Output));
            Assert.Equal(
                $"zlib-switch: not migrated yet: no service 'streams' is registered, but streams=new (all=new at {file}:1:1) needs it; "
                + "registered: checksums; valid: ZlibServices.Use before the first call, or streams=legacy\n"
                + $"zlib-switch: on-error=legacy in {file}: goes on with all=legacy\n", outcome.Errors);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("checksum=new", "", 120, "ZLIB_SWITCH, character 1: unknown unit 'checksum' (did you mean 'checksums'?); valid: all, checksums, streams")]
    [InlineData("all=new", "", 119, "not migrated yet: no service 'streams' is registered, but streams=new (all=new at ZLIB_SWITCH, character 1) "
        + "needs it; registered: checksums; valid: ZlibServices.Use before the first call, or streams=legacy")]
    [InlineData("checksums=new", "nothing", 122, "the new backend of libz.so.1 cannot load: no service is registered, which ZlibServices.Use does "
        + "before the first call; needed by checksums=new (ZLIB_SWITCH, character 1); a value with a fallback would be new,legacy")]
    public void A_setting_that_cannot_be_ends_the_process_at_the_first_call(string setting, string registered, int exitCode, string message) =>
        Assert.Equal(new Outcome(exitCode, "", $"zlib-switch: {message}\n"),
            built.Run("caller-facade", [], ("ZLIB_SWITCH", setting), ("TEST_REGISTER", registered)));

    [Fact]
    public void A_preference_falls_back_and_says_so()
    {
        Outcome outcome = built.Run("caller-facade", ["checksums-only"], ("ZLIB_SWITCH", "checksums=new,legacy"), ("TEST_REGISTER", "nothing"));

        Assert.Equal(new Outcome(0, $"{Checksums}libz loaded: True\n", "zlib-switch: the new backend of libz.so.1 cannot load: no service is "
            + "registered, which ZlibServices.Use does before the first call; fell back to legacy for checksums\n"), outcome);
    }

    [Fact]
    public void What_is_not_registered_can_be_left_to_its_call()
    {
        Outcome checksums = built.Run("caller-facade", ["checksums-only"], ("ZLIB_SWITCH", "all=new"), ("ZLIB_MISSING", "call"));
        Outcome streams = built.Run("caller-facade", [], ("ZLIB_SWITCH", "all=new"), ("ZLIB_MISSING", "call"));

        Assert.Equal(new Outcome(0, $"{Checksums}libz loaded: False\n", ""), checksums);
        Assert.Equal(128 + 6, streams.ExitCode); // SIGABRT
        Assert.StartsWith("zlib-switch: not migrated yet: service 'streams' was called and is not registered\n", streams.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_can_answer_a_refusal_itself() =>
        Assert.Equal(new Outcome(0, "120: ZLIB_SWITCH, character 11: unknown value 'mew' (did you mean 'new'?); valid: legacy | new | new,legacy | legacy,new\n", ""),
            built.Run("host", ["decide"], ("ZLIB_SWITCH", "checksums=mew")));

    [Fact]
    public void A_late_registration_is_refused() =>
        Assert.Equal(new Outcome(0, "ZlibServices.Use came too late for service 'checksums': libz.so.1 has been called or asked about, and who serves "
            + "it was decided by then; register before that\n", ""), built.Run("host", ["late"]));

    [Fact]
    public void The_choice_can_be_asked() =>
        Assert.Equal(new Outcome(0, "checksums (checksums): New, checksums=new (ZLIB_SWITCH, character 1), calls not counted\n"
            + "streams (streams): Legacy, streams=legacy (the default), calls not counted\n", ""),
            built.Run("host", ["units"], ("ZLIB_SWITCH", "checksums=new")));

    [Theory]
    [InlineData("all=legacy")]
    [InlineData("all=legacy;checksums=new")]
    public void First_calls_on_many_threads_agree(string setting) =>
        Assert.Equal(new Outcome(0, "907060870\n", ""), built.Run("host", ["threads"], ("ZLIB_SWITCH", setting)));

    [Fact]
    public void Calls_are_counted_by_unit_and_side()
    {
        string file = built.Scratch("calls.json");

        Outcome outcome = built.Run("caller-swapped", [], ("ZLIB_SWITCH", "checksums=new"), ("ZLIB_CALLS", file));

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        Assert.Equal("{\"switch\":\"ZLIB_SWITCH\",\"units\":{\"checksums\":{\"backend\":\"new\",\"legacy\":0,\"new\":3},"
            + "\"streams\":{\"backend\":\"legacy\",\"legacy\":3,\"new\":0}}}", File.ReadAllText(file));
        Assert.Contains("new (ZLIB_SWITCH, character 1), calls 1\n",
            built.Run("host", ["units"], ("ZLIB_SWITCH", "checksums=new"), ("ZLIB_CALLS", file)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("all=legacy")]
    [InlineData("all=legacy;checksums=new")]
    public void The_trace_tells_calls_and_results_of_the_services_that_are_named(string setting)
    {
        Outcome outcome = built.Run("caller-swapped", [], ("ZLIB_SWITCH", setting), ("ZLIB_TRACE", "checksums"));

        Assert.Equal((0, 6), (outcome.ExitCode, outcome.Errors.Split('\n').Length - 1));
        Assert.StartsWith("zlib-trace: [N] crc32(crc=0, buf=A, len=2300)\nzlib-trace: [N] crc32 = 2932118605\n", Masked(outcome.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void The_trace_keeps_to_its_policies_and_to_its_file()
    {
        string file = built.Scratch("trace.txt");
        File.WriteAllText(file, "before\n");

        Outcome outcome = built.Run("caller-swapped", [], ("ZLIB_TRACE", "streams"), ("ZLIB_TRACE_FILE", file));

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        Assert.Equal("""
            before
            zlib-trace: [N] compressBound(sourceLen=2300)
            zlib-trace: [N] compressBound = 2313
            zlib-trace: [N] compress(dest=A, destLen=A, source=?, sourceLen=2300)
            zlib-trace: [N] compress = 0
            zlib-trace: [N] zError(arg0=-3)
            zlib-trace: [N] zError = "data error"

            """, Masked(File.ReadAllText(file)));
    }

    [Theory]
    [InlineData("ZLIB_TRACE", "checksum", 120, "ZLIB_TRACE: unknown service 'checksum'; valid: all, checksums, streams")]
    [InlineData("ZLIB_TRACE_FILE", "/nowhere/trace", 121, "ZLIB_TRACE_FILE: cannot write to /nowhere/trace: no such file")]
    public void A_trace_that_cannot_be_ends_the_process(string variable, string value, int exitCode, string message) =>
        Assert.Equal(new Outcome(exitCode, "", $"zlib-switch: {message}\n"),
            built.Run("caller-facade", [], [("ZLIB_TRACE", "all"), (variable, value)]));

    /// <summary>The bound is wide, for other programs may run beside this one; the figures are in the test's output.</summary>
    [Theory]
    [InlineData("all=legacy")]
    [InlineData("all=legacy;streams=new")]
    public void A_call_through_the_facade_costs_about_as_much_as_the_import(string setting)
    {
        Outcome outcome = built.Run("host", ["measure", "5000"], ("ZLIB_SWITCH", setting), ("TEST_REGISTER", "everything"));

        output.WriteLine($"{setting}: {outcome.Output}{outcome.Errors}");
        Assert.InRange(double.Parse(outcome.Output.Split("ratio ")[1], System.Globalization.CultureInfo.InvariantCulture), 0, 1.5);
    }

    private static string Masked(string trace) => Address().Replace(Thread().Replace(trace, "[N]"), "A");

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Thread();

    [GeneratedRegex("0x[0-9a-f]+")]
    private static partial Regex Address();
}
