namespace Rustrt.Federation.Tests;

/// <summary>The ring at tiny capacity in all schedules, and with each of its interlocked operations and releases weakened.</summary>
public class StealRingModelTests
{
    private const string Owner = "owner";
    private const string Thief = "thief";
    private const string SecondThief = "second thief";

    [Theory]
    [InlineData(0u)]
    [InlineData(uint.MaxValue)]
    public void Owner_and_thief_get_each_task_once(uint start) => ModelSearch.Holds(() => PushAndTake(start));

    [Fact]
    public void Owner_and_two_thieves_get_each_task_once() => ModelSearch.Holds(TwoThieves);

    [Fact]
    public void Overflow_and_theft_leave_each_task_once() => ModelSearch.Holds(Overflow);

    [Fact]
    public void What_a_thief_carries_off_may_be_stolen_from_him() => ModelSearch.Holds(StealFromThief);

    [Fact]
    public void Owners_take_must_be_interlocked() => ModelSearch.Breaks(
        TwoThieves, access => access is { Kind: AccessKind.CompareExchange, Thread: Owner, Location: "head" });

    [Fact]
    public void Owners_overflow_must_be_interlocked() => ModelSearch.Breaks(
        Overflow, access => access is { Kind: AccessKind.CompareExchange, Thread: Owner, Location: "head", Value: ulong head } && head == Both(2));

    [Fact]
    public void Thiefs_claim_must_be_interlocked() => ModelSearch.Breaks(
        TwoThieves, access => access is { Kind: AccessKind.CompareExchange, Thread: Thief, Location: "head", Value: ulong head } && head != Both((uint)head));

    [Fact]
    public void Thiefs_giving_back_must_be_interlocked() => ModelSearch.Breaks(
        TwoThieves, access => access is { Kind: AccessKind.CompareExchange, Thread: Thief, Location: "head", Value: ulong head } && head == Both((uint)head));

    [Fact]
    public void Push_must_release() => ModelSearch.Breaks(
        () => PushAndTake(0), access => access is { Kind: AccessKind.Release, Thread: Owner, Location: "tail" });

    [Fact]
    public void A_failure_is_replayed_from_its_schedule()
    {
        static bool Weak(Access access) => access is { Kind: AccessKind.Release, Thread: Owner };
        var (found, _) = ModelSearch.Explore(() => PushAndTake(0), Weak);
        var replayed = ModelSearch.Replay(() => PushAndTake(0), found!.Schedule, Weak);
        Assert.Equal(found.Trace, replayed!.Trace);
        Assert.Equal(found.Message, replayed.Message);
        Assert.Null(ModelSearch.Replay(() => PushAndTake(0), []));
    }

    private static ulong Both(uint index) => ((ulong)index << 32) | index;

    private static ModelProgram PushAndTake(uint start)
    {
        var scene = new RingScene(capacity: 2, start, tasks: 3);
        return scene.Program(
            (Owner, () =>
            {
                scene.PushOrKeep(0);
                scene.PushOrKeep(1);
                scene.Got(scene.Ring.TryTake());
                scene.PushOrKeep(2);
            }),
            (Thief, () =>
            {
                scene.Got(scene.Ring.TrySteal(scene.Loot));
                scene.Got(scene.Ring.TrySteal(scene.Loot));
            }));
    }

    private static ModelProgram TwoThieves()
    {
        var scene = new RingScene(capacity: 2, start: 0, tasks: 3, pushed: 2);
        return scene.Program(
            (Owner, () =>
            {
                scene.Got(scene.Ring.TryTake());
                scene.PushOrKeep(2);
            }),
            (Thief, () => scene.Got(scene.Ring.TrySteal(scene.Loot))),
            (SecondThief, () => scene.Got(scene.Ring.TrySteal(scene.SecondLoot))));
    }

    private static ModelProgram Overflow()
    {
        var scene = new RingScene(capacity: 2, start: 0, tasks: 3, pushed: 2);
        return scene.Program(
            (Owner, () =>
            {
                scene.PushOrOverflow(2);
                scene.Got(scene.Ring.TryTake());
            }),
            (Thief, () =>
            {
                scene.Got(scene.Ring.TrySteal(scene.Loot));
                scene.Got(scene.Ring.TrySteal(scene.Loot));
            }));
    }

    private static ModelProgram StealFromThief()
    {
        var scene = new RingScene(capacity: 4, start: 0, tasks: 4, pushed: 4);
        return scene.Program(
            (Owner, () => scene.Got(scene.Ring.TryTake())),
            (Thief, () =>
            {
                scene.Got(scene.Ring.TrySteal(scene.Loot));
                scene.Got(scene.Loot.TryTake());
            }),
            (SecondThief, () => scene.Got(scene.Loot.TrySteal(scene.SecondLoot))));
    }
}
