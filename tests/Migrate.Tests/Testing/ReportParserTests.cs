using System.Xml.Linq;
using Rustrt.Migrate.Testing;

namespace Rustrt.Migrate.Tests.Testing;

public class ReportParserTests
{
    private const string JUnit = """
        <testsuite name="Linux-c++" tests="4" failures="1" disabled="1" skipped="1">
          <testcase name="locks" status="run"/>
          <testcase name="memory" status="fail"><failure message="Failed"/></testcase>
          <testcase name="stacks" status="notrun"><skipped message="Unable to find executable"/></testcase>
          <testcase name="slow" status="disabled"/>
        </testsuite>
        """;

    private const string Trx = """
        <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
          <Results>
            <UnitTestResult testName="N.C.Good" outcome="Passed"/>
            <UnitTestResult testName="N.C.Bad(value: &quot;(x)&quot;)" outcome="Failed">
              <Output><ErrorInfo><Message>Assert.Equal() Failure
        Expected: 1</Message></ErrorInfo></Output>
            </UnitTestResult>
            <UnitTestResult testName="N.C.Later" outcome="NotExecuted"/>
            <UnitTestResult testName="N.C.Hung" outcome="Timeout"/>
          </Results>
        </TestRun>
        """;

    [Fact]
    public void Ctest_results_are_counted_and_a_test_that_could_not_run_is_no_pass()
    {
        var result = JUnitReport.Parse(XDocument.Parse(JUnit), name => $"again {name}");
        Assert.Equal(1, result.Passed);
        Assert.Equal(1, result.Skipped);
        Assert.Equal(["memory", "stacks"], result.Failures.Select(failure => failure.Name));
        Assert.Equal("again memory", result.Failures[0].Rerun);
        Assert.Equal("Failed", result.Failures[0].Message);
    }

    [Fact]
    public void Trx_results_are_counted_and_a_rerun_names_the_method()
    {
        var result = TrxReport.Parse(XDocument.Parse(Trx), name => $"again {name}");
        Assert.Equal(1, result.Passed);
        Assert.Equal(1, result.Skipped);
        Assert.Equal(2, result.Failed);
        Assert.Equal(new FailedTest("N.C.Bad(value: \"(x)\")", "again N.C.Bad", "Assert.Equal() Failure"), result.Failures[0]);
        Assert.Equal("N.C.Hung", result.Failures[1].Name);
    }

    [Fact]
    public void Conformance_counts_come_from_the_summary_and_the_failed_cases_from_their_list()
    {
        string[] output = ["BUILD d_new: undefined reference to `x'", "FAIL d_event.basic threads=2 exit=1 want 0; stdout differs",
            "68 of 70 cases agree; 3 runs with other words on stderr"];
        var result = ConformanceReport.Parse(output, ["d_event.basic", "d_new.case", ""], name => $"again {name}");
        Assert.Equal(68, result.Agree);
        Assert.Equal([new ConformanceFailure("d_event.basic", "again d_event.basic", "threads=2 exit=1 want 0; stdout differs"),
            new ConformanceFailure("d_new.case", "again d_new.case", "BUILD d_new: undefined reference to `x'")], result.Failures);
    }

    [Fact]
    public void Conformance_cases_can_be_run_otherwise_and_counted_anew()
    {
        ConformanceReport first = new(68, [new("d_spawn.rr", "", null), new("d_event.basic", "", null)]);
        Assert.Equal((69, "d_event.basic"), (first.Without(["d_spawn.rr"]) + new ConformanceReport(1, [])) is var sum ? (sum.Agree, Assert.Single(sum.Failures).Case) : default);
    }

    [Fact]
    public void A_conformance_run_whose_counts_do_not_add_up_is_an_error()
    {
        Assert.Throws<FormatException>(() => ConformanceReport.Parse(["69 of 70 cases agree; 0 runs"], [], name => name));
        Assert.Throws<FormatException>(() => ConformanceReport.Parse(["Traceback (most recent call last):"], [], name => name));
    }

    [Theory]
    [InlineData("12 passed, 0 failed", 12, 0)]
    [InlineData("switch: 3 passed, 2 failed, 1 skipped", 3, 2)]
    public void A_scripts_closing_line_is_found(string line, int passed, int failed) =>
        Assert.Equal((passed, failed), CountLine.Find(["99 passed, 9 failed", "some text", line, ""]));

    [Theory]
    [InlineData("12 passed")]
    [InlineData("all 12 passed, 0 failed so far")]
    public void Other_lines_are_no_closing_line(string line) => Assert.Null(CountLine.Find([line]));
}
