namespace Rustrt.Federation.Tests;

/// <summary>The waits of a task that may migrate (WaitTransitions.cs), in all schedules, and with each operation weakened.</summary>
public class WaitModelTests
{
    private const string Task = "task";
    private const string Canceller = "canceller";

    [Fact]
    public void Of_two_that_end_a_wait_one_does_and_the_next_wait_is_not_touched() => ModelSearch.Holds(TwoWakers);

    [Fact]
    public void A_cancellation_reaches_a_task_whatever_it_is_about_to_do() => ModelSearch.Holds(Cancelled);

    [Fact]
    public void A_cancellation_and_a_wake_end_one_wait_once() => ModelSearch.Holds(CancelledAndWoken);

    [Fact]
    public void A_cancellation_waits_for_the_end_of_a_section_that_defers_it() => ModelSearch.Holds(Shielded);

    [Fact]
    public void What_was_meant_for_one_life_does_not_touch_the_next() => ModelSearch.Holds(NextLife);

    [Fact]
    public void Begin_must_be_interlocked() => ModelSearch.Breaks(Cancelled, access => Changes(access, Task, TaskWord.Armed));

    [Fact]
    public void Commit_must_be_interlocked() => ModelSearch.Breaks(Cancelled, access => Changes(access, Task, TaskWord.Parked));

    [Theory]
    [InlineData("message")]
    [InlineData("timer")]
    public void End_must_be_interlocked(string waker) => ModelSearch.Breaks(TwoWakers, access => Changes(access, waker, TaskWord.Woken));

    [Fact]
    public void Cancel_must_be_interlocked() => ModelSearch.Breaks(
        Cancelled, access => access is { Kind: AccessKind.CompareExchange, Thread: Canceller, Value: long word }
            && (word & (TaskWord.Cancelled | TaskWord.WaitMask)) is (TaskWord.Cancelled | TaskWord.Armed) or TaskWord.Cancelled);

    [Theory]
    [InlineData((int)AccessKind.Or)]
    [InlineData((int)AccessKind.And)]
    public void Sections_must_begin_and_end_interlocked(int kind) => ModelSearch.Breaks(
        Shielded, access => access.Kind == (AccessKind)kind && access.Thread == Task);

    [Fact]
    public void Rebirth_must_show_the_generation_before_the_word() => ModelSearch.Breaks(
        NextLife, access => access is { Kind: AccessKind.Release, Location: "word" });

    private static bool Changes(Access access, string thread, long wait) =>
        access is { Kind: AccessKind.CompareExchange, Location: "word", Value: long word }
        && access.Thread == thread && (word & TaskWord.WaitMask) == wait;

    // A message and a timer for the first wait; the message alone for the second.
    private static ModelProgram TwoWakers()
    {
        var scene = new TaskScene();
        return scene.Program(
            () =>
            {
                if (scene.Ended is not [WaitStatus.Completed or WaitStatus.TimedOut, WaitStatus.Completed])
                    throw new InvalidOperationException($"the waits ended as {string.Join(", ", scene.Ended)}");
            },
            (Task, () =>
            {
                scene.Wait();
                scene.Wait();
            }),
            ("message", () =>
            {
                scene.UntilAnnounced(2);
                scene.Wake(2, WaitStatus.Completed);
                scene.UntilAnnounced(3);
                scene.Wake(3, WaitStatus.Completed);
            }),
            ("timer", () =>
            {
                scene.UntilAnnounced(2);
                scene.Wake(2, WaitStatus.TimedOut);
            }));
    }

    // Nobody else ends the wait: a cancellation that is lost leaves the task asleep.
    private static ModelProgram Cancelled()
    {
        var scene = new TaskScene();
        return scene.Program(
            () => Expect(scene, WaitStatus.Cancelled),
            (Task, () => scene.Wait()),
            (Canceller, () => scene.Cancel(life: 0)));
    }

    private static ModelProgram CancelledAndWoken()
    {
        var scene = new TaskScene();
        return scene.Program(
            () =>
            {
                if (scene.Ended.Count != 1) throw new InvalidOperationException($"{scene.Ended.Count} waits have ended");
                if ((scene.Word & TaskWord.Cancelled) == 0) throw new InvalidOperationException("the cancellation is lost");
            },
            (Task, () => scene.Wait()),
            ("message", () =>
            {
                scene.UntilAnnounced(2);
                scene.Wake(2, WaitStatus.Completed);
            }),
            (Canceller, () => scene.Cancel(life: 0)));
    }

    private static ModelProgram Shielded()
    {
        var scene = new TaskScene();
        return scene.Program(
            () => Expect(scene, WaitStatus.Completed, WaitStatus.Cancelled),
            (Task, () =>
            {
                WaitTransitions<ModelAtomics>.Add(ref scene.Word, TaskWord.Shielded);
                scene.Wait();
                WaitTransitions<ModelAtomics>.Remove(ref scene.Word, TaskWord.Shielded);
                scene.Wait();
            }),
            ("message", () =>
            {
                scene.UntilAnnounced(2);
                scene.Wake(2, WaitStatus.Completed);
            }),
            (Canceller, () => scene.Cancel(life: 0)));
    }

    // A timer and a cancellation for the first life come late.
    private static ModelProgram NextLife()
    {
        var scene = new TaskScene();
        return scene.Program(
            () =>
            {
                Expect(scene, WaitStatus.Completed);
                if ((scene.Word & TaskWord.Cancelled) != 0) throw new InvalidOperationException("the next life is cancelled");
            },
            (Task, () =>
            {
                scene.Rebirth();
                scene.Wait();
            }),
            ("message", () =>
            {
                scene.UntilAnnounced(3);
                scene.Wake(3, WaitStatus.Completed);
            }),
            (Canceller, () =>
            {
                scene.Wake(2, WaitStatus.TimedOut);
                scene.Cancel(life: 0);
            }));
    }

    private static void Expect(TaskScene scene, params WaitStatus[] statuses)
    {
        if (!scene.Ended.SequenceEqual(statuses)) throw new InvalidOperationException($"the waits ended as {string.Join(", ", scene.Ended)}");
    }
}
