using Rustrt.Federation.Logging;

namespace Rustrt.Federation.Tests;

/// <summary>A record that is left while the logger task ends (LoggerPresence.cs), in all schedules.</summary>
public class LoggerModelTests
{
    private const string Caller = "caller";
    private const string Logger = "logger task";

    [Fact]
    public void A_record_is_written_once_by_the_logger_or_by_who_left_it() => ModelSearch.Holds(LeaveWhileItEnds);

    [Fact]
    public void Of_two_that_start_a_logger_one_does() => ModelSearch.Holds(StartTwice);

    [Theory]
    [InlineData(Caller)]
    [InlineData(Logger)]
    public void Both_sides_need_their_fence(string thread) => ModelSearch.Breaks(
        LeaveWhileItEnds, access => access.Kind == AccessKind.Fence && access.Thread == thread);

    [Fact]
    public void Starting_must_be_interlocked() => ModelSearch.Breaks(StartTwice, access => access is { Kind: AccessKind.Exchange });

    // The pipe is a word here: whoever takes the record out of it writes it.
    private static ModelProgram LeaveWhileItEnds()
    {
        var shared = new Shared();
        shared.Presence.TryBegin();
        int written = 0;
        return new ModelProgram(
            [Location.Of("present", () => ref shared.Presence.Word), Location.Of("record", () => ref shared.Record)],
            [
                (Caller, () =>
                {
                    ModelAtomics.Write(ref shared.Record, 1);
                    if (shared.Presence.IsMissed()) WriteWhatIsThere();
                }),
                (Logger, () =>
                {
                    shared.Presence.End();
                    WriteWhatIsThere();
                }),
            ],
            () =>
            {
                if (written != 1) throw new InvalidOperationException($"the record was written {written} times");
            });

        void WriteWhatIsThere()
        {
            if (ModelAtomics.Acquire(ref shared.Record) == 1 && ModelAtomics.CompareExchange(ref shared.Record, 0, 1) == 1) written++;
        }
    }

    private static ModelProgram StartTwice()
    {
        var shared = new Shared();
        int started = 0;
        return new ModelProgram(
            [Location.Of("present", () => ref shared.Presence.Word)],
            [(Caller, Start), ("another caller", Start)],
            () =>
            {
                if (started != 1) throw new InvalidOperationException($"{started} loggers were started");
            });

        void Start()
        {
            if (shared.Presence.TryBegin()) started++;
        }
    }

    private sealed class Shared
    {
        internal LoggerPresence<ModelAtomics> Presence;
        internal int Record;
    }
}
