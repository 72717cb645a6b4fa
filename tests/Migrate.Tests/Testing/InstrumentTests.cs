using Rustrt.Migrate.Testing;

namespace Rustrt.Migrate.Tests.Testing;

public sealed class InstrumentTests
{
    [Theory]
    [InlineData("==4711==ERROR: AddressSanitizer: heap-use-after-free on address 0x602000000010 at pc 0x5581")]
    [InlineData("==4711==ERROR: LeakSanitizer: detected memory leaks")]
    [InlineData("WARNING: ThreadSanitizer: data race (pid=4711)")]
    [InlineData("/work/legacy/src/task/body.cpp:76:35: runtime error: reference binding to null pointer")]
    [InlineData("==4711== memcheck-error")]
    public void A_report_of_any_instrument_is_found(string line) =>
        Assert.Equal(line, Instrument.Finding(["rust: task failed at 'x', y:1", line, "more"]));

    [Fact]
    public void What_a_caller_says_and_what_valgrind_says_of_an_abort_is_no_finding() =>
        Assert.Null(Instrument.Finding(["rust: task failed at 'runtime error', y:1", "storm: Assertion `get_state() == from' failed.",
            "==4711== Process terminating with default action of signal 6 (SIGABRT)"]));
}
