using Rustrt.Federation.Memory;

namespace Rustrt.Federation.Tests.Memory;

/// <summary>Values of a task that are released when nobody refers to them.</summary>
public class LocalHeapTests
{
    [Fact]
    public void The_last_reference_releases_a_value_and_then_what_it_names() => Run(static log =>
    {
        var child = Box(log, "child");
        var parent = Box(log, "parent");
        parent.Value.Refer(child);
        Assert.Equal(2, child.References);
        child.Dispose();
        Assert.Empty(log);
        var second = parent.Share();
        Assert.Same(parent, second);
        second.Dispose();
        Assert.Empty(log);
        parent.Value.WhenDisposed = () => Assert.Equal("child", child.Value.Name); // still there
        parent.Dispose();
        Assert.Equal(["parent", "child"], log);
        Assert.Equal(0, LocalHeap.Current.Count);
    });

    [Fact]
    public void Using_a_released_box_is_told() => Run(static log =>
    {
        var box = Box(log, "a");
        box.Dispose();
        foreach (Action use in new Action[] { () => _ = box.Value, () => box.Share(), box.Dispose })
            Assert.Contains("LocalBox<Node> has been released", Assert.Throws<InvalidOperationException>(use).Message, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_chain_of_a_million_is_released_without_a_deep_stack(bool ring) => Run(log =>
    {
        const int Length = 1_000_000;
        var first = Box(null, "first");
        var last = first;
        for (int i = 1; i < Length; i++)
        {
            var next = Box(null, "next");
            last.Value.Next = next; // the reference that Box returned
            last = next;
        }
        last.Value.WhenDisposed = () => log.Add("last");
        if (ring)
        {
            last.Value.Next = first.Share();
            first.Dispose();
            Assert.Equal(Length, LocalHeap.Current.Count);
            Assert.Equal(Length, LocalHeap.Current.Collect());
        }
        else
        {
            first.Dispose();
        }
        Assert.Equal(["last"], log);
        Assert.Equal(0, LocalHeap.Current.Count);
    });

    [Fact]
    public void A_chain_whose_values_drop_what_they_hold_by_themselves_needs_no_deep_stack_either() => Run(static log =>
    {
        LocalBox<Link>? last = null;
        for (int i = 0; i < 1_000_000; i++) last = LocalHeap.Current.Box(new Link(last));
        last!.Dispose();
        Assert.Equal(0, LocalHeap.Current.Count);
    });

    [Fact]
    public void A_cycle_is_kept_while_somebody_refers_to_it_and_released_newest_first_with_what_hangs_on_it() => Run(static log =>
    {
        var a = Box(log, "a");
        var b = Box(log, "b");
        var leaf = Box(log, "leaf");
        var kept = Box(log, "kept");
        a.Value.Refer(b);
        b.Value.Refer(a);
        b.Value.Refer(leaf);
        b.Value.Refer(kept);
        a.Value.WhenDisposed = () => Assert.Equal("b", b.Value.Name); // of those that go together each can look at the others
        b.Value.WhenDisposed = () => Assert.Equal("a", a.Value.Name);
        leaf.Dispose();
        b.Dispose();
        Assert.Equal(0, LocalHeap.Current.Collect());
        Assert.Empty(log);
        a.Dispose();
        Assert.Empty(log);
        Assert.Equal(3, LocalHeap.Current.Collect());
        Assert.Equal(["leaf", "b", "a"], log);
        Assert.Equal(1, kept.References);
        Assert.Equal(0, LocalHeap.Current.Collect());
        kept.Dispose();
        Assert.Equal("kept", log[^1]);
    });

    [Fact]
    public void A_box_that_refers_to_itself_is_a_cycle() => Run(static log =>
    {
        var box = Box(log, "self");
        box.Value.Refer(box);
        box.Dispose();
        Assert.Equal(1, LocalHeap.Current.Collect());
        Assert.Equal(["self"], log);
    });

    [Fact]
    public void Garbage_is_collected_by_itself_when_as_many_boxes_have_been_made_as_there_were() => Run(static log =>
    {
        int most = 0;
        for (int i = 0; i < 100_000; i++)
        {
            var box = Box(null, "self");
            box.Value.Refer(box);
            box.Dispose();
            most = Math.Max(most, LocalHeap.Current.Count);
        }
        Assert.InRange(most, 1, 2100);
    });

    [Theory]
    [InlineData("returns")]
    [InlineData("fails")]
    [InlineData("is cancelled")]
    public void The_end_of_the_task_releases_everything_the_newest_first(string how) => GreenRun.ToEnd(new FederationOptions { MainSchedulers = 1, UnobservedFailure = static _ => { } }, async () =>
    {
        var log = new List<string>();
        async GreenTask Work()
        {
            var a = Box(log, "a");
            var b = Box(log, "b");
            a.Value.Refer(b);
            b.Value.Refer(a);
            a.Value.WhenDisposed = b.Dispose; // dropped by itself: makes no difference now
            LocalHeap.Current.Box(new Link(Box(log, "c")));
            await GreenTask.Yield();
            if (how == "fails") throw new FormatException("broken");
            if (how == "is cancelled") await GreenRun.UntilCancelled();
        }
        var task = GreenTask.Spawn(Work());
        for (int i = 0; i < 5; i++) await GreenTask.Yield();
        task.Cancel();
        Assert.Equal(how == "returns" ? OutcomeKind.Completed : how == "fails" ? OutcomeKind.Failed : OutcomeKind.Cancelled, (await task.Try()).Kind);
        Assert.Equal(["c", "b", "a"], log);
    });

    [Fact]
    public void What_a_value_drops_or_boxes_while_it_is_disposed_of_is_released_too() => Run(static log =>
    {
        var a = Box(log, "a");
        var b = Box(log, "b");
        a.Value.WhenDisposed = () =>
        {
            b.Dispose();
            Box(log, "temporary").Dispose();
            Assert.Equal(["a"], log); // both wait for their turn
            Assert.Contains("in the middle", Assert.Throws<InvalidOperationException>(() => LocalHeap.Current.Collect()).Message, StringComparison.Ordinal);
        };
        a.Dispose();
        Assert.Equal(["a", "b", "temporary"], log);
        Assert.Equal(0, LocalHeap.Current.Count);
    });

    [Fact]
    public void What_is_boxed_while_the_task_ends_is_released_too_and_an_endless_end_is_told() => GreenRun.ToEnd(1, static async () =>
    {
        var log = new List<string>();
        async GreenTask Work(bool endless)
        {
            void Again()
            {
                var box = Box(log, "again");
                if (endless) box.Value.WhenDisposed = Again;
            }
            Box(log, "first").Value.WhenDisposed = Again;
            await GreenTask.Yield();
        }
        await GreenTask.Spawn(Work(false));
        Assert.Equal(["first", "again"], log);
        var outcome = await GreenTask.Spawn(Work(true)).Try();
        Assert.Contains("does not become empty", outcome.Exception!.Message, StringComparison.Ordinal);
    });

    [Fact]
    public void Nothing_brings_a_value_back() => Run(static log =>
    {
        var alone = Box(log, "alone");
        var told = new List<string>();
        alone.Value.WhenDisposed = () => told.Add(Assert.Throws<InvalidOperationException>(() => alone.Share()).Message);
        alone.Dispose();
        var ring = Box(log, "ring");
        ring.Value.Refer(ring);
        ring.Value.WhenDisposed = () => told.Add(Assert.Throws<InvalidOperationException>(() => ring.Share()).Message);
        ring.Dispose();
        LocalHeap.Current.Collect();
        Assert.Equal(2, told.Count);
        Assert.Equal(["alone", "ring"], log);
    });

    [Fact]
    public void A_dispose_that_throws_keeps_nothing_else_from_being_released() => Run(static log =>
    {
        var a = Box(log, "a");
        var b = Box(log, "b");
        a.Value.Refer(b);
        b.Dispose();
        a.Value.WhenDisposed = static () => throw new FormatException("broken");
        Assert.Equal("broken", Assert.Throws<FormatException>(a.Dispose).Message);
        Assert.Equal(["a", "b"], log);
        var c = Box(log, "c");
        var d = Box(log, "d");
        c.Value.Refer(d);
        d.Value.Refer(c);
        c.Value.WhenDisposed = d.Value.WhenDisposed = static () => throw new FormatException("broken");
        c.Dispose();
        d.Dispose();
        Assert.Equal(2, Assert.Throws<AggregateException>(() => LocalHeap.Current.Collect()).InnerExceptions.Count);
        Assert.Equal(["a", "b", "d", "c"], log);
        Assert.Equal(0, LocalHeap.Current.Count);
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_dispose_that_throws_at_the_end_fails_the_task_or_is_reported_if_that_has_failed(bool fails)
    {
        var reported = new List<TaskFailure>();
        GreenRun.ToEnd(new FederationOptions { MainSchedulers = 1, UnobservedFailure = reported.Add }, async () =>
        {
            async GreenTask<int> Work()
            {
                Box(null, "a").Value.WhenDisposed = static () => throw new FormatException("at the end");
                await GreenTask.Yield();
                return fails ? throw new InvalidOperationException("before") : 1;
            }
            var outcome = await GreenTask.Spawn(Work()).Try();
            Assert.Equal(OutcomeKind.Failed, outcome.Kind);
            Assert.Equal(fails ? "before" : "at the end", outcome.Exception!.Message);
        });
        if (fails) Assert.Equal("at the end", Assert.Single(reported).Exception.Message);
        else Assert.Empty(reported);
    }

    [Fact]
    public void Only_its_task_can_use_a_box_and_after_its_end_nobody() => GreenRun.ToEnd(2, static async () =>
    {
        LocalBox<Node>? theirs = null;
        async GreenTask Keep()
        {
            theirs = Box(null, "theirs");
            await GreenTask.Sleep(Timeout.InfiniteTimeSpan);
        }
        var task = GreenTask.Spawn(Keep());
        while (Volatile.Read(ref theirs) is null) await GreenTask.Yield();
        foreach (Action use in Uses(theirs!))
            Assert.Contains("local heap of task Keep, and task", Assert.Throws<InvalidOperationException>(use).Message, StringComparison.Ordinal);
        var mine = Box(null, "mine");
        mine.Value.Refer(mine);
        mine.Value.Next = theirs;
        mine.Dispose();
        Assert.Contains("another task", Assert.Throws<InvalidOperationException>(() => LocalHeap.Current.Collect()).Message, StringComparison.Ordinal);
        mine.Value.Next = null;
        task.Cancel();
        await task;
        foreach (Action use in Uses(theirs!))
            Assert.Contains("has ended", Assert.Throws<InvalidOperationException>(use).Message, StringComparison.Ordinal);
    });

    [Fact]
    public void Outside_a_task_there_is_no_local_heap() =>
        Assert.Contains("LocalHeap.Current needs a green task", Assert.Throws<OutsideException>(static () => LocalHeap.Current).Message, StringComparison.Ordinal);

    [Fact]
    public void Values_that_name_wrong_references_are_told() => Run(static log =>
    {
        var one = Box(log, "one");
        var two = Box(log, "two");
        two.Value.Refer(two);
        two.Value.Next = one; // not counted
        one.Value.Next = two; // neither
        var another = two.Share();
        another.Dispose();
        two.Dispose();
        Assert.Contains("named more", Assert.Throws<InvalidOperationException>(() => LocalHeap.Current.Collect()).Message, StringComparison.Ordinal);
        two.Value.Next = one.Value.Next = null;

        var parent = Box(log, "parent");
        parent.Value.Refer(one);
        one.Dispose();
        parent.Value.WhenDisposed = one.Dispose; // the heap does that
        Assert.Contains("those the heap drops", Assert.Throws<InvalidOperationException>(parent.Dispose).Message, StringComparison.Ordinal);

        var meddler = Box(log, "meddler");
        meddler.Value.WhenTraced = () => Box(log, "never");
        Assert.Contains("names references and does nothing else", Assert.Throws<InvalidOperationException>(meddler.Dispose).Message, StringComparison.Ordinal);
    });

    // Against a naive mark from what the program holds: after a collection exactly that is there, and everything else has been
    // disposed of once.
    [Theory]
    [InlineData(1, 400)]
    [InlineData(2, 400)]
    [InlineData(3, 400)]
    [InlineData(4, 4000)]
    public void Random_graphs_keep_what_can_be_reached_and_release_the_rest_once(int seed, int steps) => Run(log =>
    {
        var random = new Random(seed);
        var held = new List<LocalBox<Node>>();
        var alive = new HashSet<Node>();
        for (int step = 0; step < steps; step++)
        {
            switch (random.Next(held.Count == 0 ? 1 : 6))
            {
                case 0 or 1:
                    var box = LocalHeap.Current.Box(new Node(null, "n"));
                    var node = box.Value;
                    alive.Add(node);
                    node.WhenDisposed = () => Assert.True(alive.Remove(node), $"seed {seed}: disposed of twice");
                    held.Add(box);
                    break;
                case 2 or 3:
                    Any().Value.Refer(Any());
                    break;
                case 4:
                    var from = Any().Value.Others;
                    if (from.Count == 0) break;
                    var target = from[^1];
                    from.RemoveAt(from.Count - 1);
                    target.Dispose();
                    break;
                case 5 when held.Count > 20 || random.Next(4) == 0:
                    int which = random.Next(held.Count);
                    var dropped = held[which];
                    held.RemoveAt(which);
                    dropped.Dispose();
                    break;
            }
            Assert.Superset(Reachable(held), alive);
            if (random.Next(10) != 0) continue;
            LocalHeap.Current.Collect();
            Assert.Equal(Reachable(held), alive);
            Assert.Equal(alive.Count, LocalHeap.Current.Count);
        }
        LocalBox<Node> Any() => held[random.Next(held.Count)];
    }, $"seed {seed}");

    private static HashSet<Node> Reachable(List<LocalBox<Node>> held)
    {
        var seen = new HashSet<Node>();
        var open = new Stack<Node>(held.Select(static box => box.Value));
        while (open.TryPop(out var node))
        {
            if (!seen.Add(node)) continue;
            foreach (var other in node.Others) open.Push(other.Value);
        }
        return seen;
    }

    private static Action[] Uses(LocalBox<Node> box) => [() => _ = box.Value, () => box.Share(), box.Dispose];

    private static LocalBox<Node> Box(List<string>? log, string name) => LocalHeap.Current.Box(new Node(log, name));

    private static void Run(Action<List<string>> body, string context = "") => GreenRun.ToEnd(1, async () =>
    {
        await GreenTask.Yield();
        body([]);
    }, context);

    private sealed class Node(List<string>? log, string name) : ILocalReferences, IDisposable
    {
        internal string Name => name;

        internal List<LocalBox<Node>> Others { get; } = [];

        internal LocalBox<Node>? Next { get; set; }

        internal Action? WhenDisposed { get; set; }

        internal Action? WhenTraced { get; set; }

        internal void Refer(LocalBox<Node> other) => Others.Add(other.Share());

        public void Trace(LocalTracer tracer)
        {
            WhenTraced?.Invoke();
            tracer.Visit(Next);
            foreach (var other in Others) tracer.Visit(other);
        }

        public void Dispose()
        {
            log?.Add(name);
            WhenDisposed?.Invoke();
        }
    }

    // Names nothing, and drops what it holds.
    private sealed class Link(LocalBox? held) : IDisposable
    {
        public void Dispose() => held?.Dispose();
    }
}
