namespace Rustrt.Federation.Tests;

/// <summary>The end of a task and its joiners (JoinTransitions.cs), in all schedules, and with each operation weakened.</summary>
public class JoinModelTests
{
    private const string Task = "task";
    private const string Joiner = "joiner";
    private const string Second = "second joiner";

    [Fact]
    public void A_joiner_gets_the_result() => ModelSearch.Holds(JoinAndEnd);

    [Fact]
    public void A_joiner_that_gave_up_can_come_again() => ModelSearch.Holds(JoinTwice);

    [Fact]
    public void Of_two_joiners_one_gets_the_result_and_none_the_next_life() => ModelSearch.Holds(TwoJoiners);

    [Fact]
    public void A_joiner_that_gives_up_does_not_remove_another() => ModelSearch.Holds(GivingUpLate);

    [Fact]
    public void A_detached_task_gives_its_frame_back_once() => ModelSearch.Holds(DetachAndJoin);

    [Fact]
    public void Claiming_the_registration_must_be_interlocked() => ModelSearch.Breaks(TwoJoiners, access => Sets(access, TaskWord.Joining));

    [Fact]
    public void Registering_must_be_interlocked() => ModelSearch.Breaks(JoinAndEnd, access => Sets(access, TaskWord.Joined));

    [Fact]
    public void The_end_must_be_interlocked() => ModelSearch.Breaks(JoinAndEnd, access => access is { Kind: AccessKind.Or });

    [Fact]
    public void Giving_up_must_be_interlocked() => ModelSearch.Breaks(
        JoinTwice, access => access is { Kind: AccessKind.CompareExchange, Location: "word", Value: long word }
            && (word & (TaskWord.Joined | TaskWord.Joining)) == 0);

    [Fact]
    public void Taking_the_result_must_be_interlocked() => ModelSearch.Breaks(
        TwoJoiners, access => access is { Kind: AccessKind.CompareExchange, Location: "generation" });

    [Fact]
    public void Detaching_must_be_interlocked() => ModelSearch.Breaks(DetachAndJoin, access => Sets(access, TaskWord.Detached));

    [Fact]
    public void Waking_a_joiner_must_be_a_fence() => ModelSearch.Breaks(DetachAndJoin, access => access is { Kind: AccessKind.Fence, Thread: Task });

    private static bool Sets(Access access, long bit) =>
        access is { Kind: AccessKind.CompareExchange, Location: "word", Value: long word } && (word & bit) != 0;

    private static ModelProgram JoinAndEnd()
    {
        var scene = new JoinScene();
        return scene.Program(
            results: 1,
            (Task, scene.End),
            (Joiner, () => scene.Join(Joiner, 1)));
    }

    private static ModelProgram JoinTwice()
    {
        var scene = new JoinScene();
        return scene.Program(
            results: 1,
            (Task, scene.End),
            (Joiner, () =>
            {
                if (scene.TryRegister(Joiner, 1) is null) scene.GiveUp(Joiner);
                scene.Join(Joiner, 2);
            }));
    }

    // The mistake: the task can be joined once.
    private static ModelProgram TwoJoiners()
    {
        var scene = new JoinScene();
        return scene.Program(
            results: 1,
            (Task, scene.End),
            (Joiner, () => scene.Join(Joiner, 1)),
            (Second, () => scene.Join(Second, 1)));
    }

    private static ModelProgram GivingUpLate()
    {
        var scene = new JoinScene();
        return scene.Program(
            results: 1,
            (Task, scene.End),
            (Joiner, () =>
            {
                if (scene.TryRegister(Joiner, 1) is null) scene.GiveUp(Joiner);
                scene.GiveUp(Joiner);
            }),
            (Second, () => scene.JoinAtLast(Second, 1)));
    }

    private static ModelProgram DetachAndJoin()
    {
        var scene = new JoinScene();
        return scene.Program(
            results: 1,
            (Task, scene.End),
            ("detacher", scene.Detach),
            (Joiner, () => scene.Join(Joiner, 1)));
    }
}
