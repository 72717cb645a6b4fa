namespace Rustrt.Federation.Tests.Failure;

/// <summary>Random trees of linked, supervised and unlinked tasks with failures at random points, against a small model.</summary>
public class RandomTreeTests
{
    private const int MostTasks = 120;

    private enum Fate
    {
        Completes,
        Fails,
        WaitsToBeCancelled,
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_task_ends_once_as_the_model_says(int schedulers)
    {
        int cancelled = 0, failed = 0;
        for (int seed = 1; seed <= 150; seed++)
        {
            var tree = new Tree(seed);
            GreenRun.ToEnd(schedulers, tree.Run, $"seed {seed}: {tree}");
            tree.Check();
            cancelled += tree.Count(OutcomeKind.Cancelled);
            failed += tree.Count(OutcomeKind.Failed);
        }
        Assert.True(cancelled > 500 && failed > 500, $"{cancelled} cancelled, {failed} failed: the trees test nothing");
    }

    // A group of the model: it is doomed if the task that founds it is sure to fail.
    private sealed class Group(Group? parent, bool doomed)
    {
        public bool AnyFailedHereOrAbove => HasFailed || parent is { AnyFailedHereOrAbove: true };
        public bool IsDoomed => doomed || parent is { IsDoomed: true };
        public bool HasFailed { get; set; } // a member ended by an exception of its own
    }

    private sealed class Node(int seed, Group group, Fate fate)
    {
        public int Seed => seed;
        public Group Group => group;
        public Fate Fate => fate;
        public int Finallies;
        public OutcomeKind? Inside;  // as the body saw it
        public OutcomeKind? Outside; // as a joiner saw it
    }

    private sealed class Tree(int seed)
    {
        private readonly List<Node> _nodes = [];
        private readonly Lock _lock = new();

        public async GreenTask Run()
        {
            var root = Make(new Random(seed), new Group(null, doomed: true), Fate.Fails);
            await GreenTask.Spawn(Joined(root!)); // a task of its own that only joins
        }

        public int Count(OutcomeKind kind) => _nodes.Count(node => node.Inside == kind);

        public void Check()
        {
            foreach (var node in _nodes)
            {
                string what = $"seed {seed}, task {node.Seed}, {node.Fate}: {node.Inside}";
                Assert.True(node.Finallies == 1, $"{what}: {node.Finallies} ends");
                Assert.True(node.Outside is null || node.Outside == node.Inside, $"{what}, and {node.Outside} to its joiner");
                switch (node.Inside)
                {
                    case OutcomeKind.Completed:
                        Assert.True(node.Fate == Fate.Completes, what);
                        break;
                    case OutcomeKind.Failed:
                        Assert.True(node.Fate == Fate.Fails, what);
                        break;
                    default:
                        Assert.True(node.Group.AnyFailedHereOrAbove, $"{what}, and nobody it is linked to or supervised by failed");
                        break;
                }
            }
        }

        public override string ToString()
        {
            lock (_lock) return $"{_nodes.Count(node => node.Finallies == 0)} of {_nodes.Count} have not ended";
        }

        private Node? Make(Random random, Group group, Fate fate)
        {
            lock (_lock)
            {
                if (_nodes.Count >= MostTasks) return null;
                var node = new Node(random.Next(), group, fate);
                _nodes.Add(node);
                return node;
            }
        }

        private async GreenTask Joined(Node node)
        {
            var outcome = await GreenTask.Spawn(Body(node)).Try();
            if (outcome.Kind != OutcomeKind.JoinerCancelled) node.Outside = outcome.Kind;
        }

        private async GreenTask Body(Node node)
        {
            try
            {
                await Steps(node, new Random(node.Seed));
                node.Inside = OutcomeKind.Completed;
            }
            catch (TaskCancelledException)
            {
                node.Inside = OutcomeKind.Cancelled;
                throw;
            }
            catch (FormatException)
            {
                node.Inside = OutcomeKind.Failed;
                node.Group.HasFailed = true;
                throw;
            }
            finally
            {
                Interlocked.Increment(ref node.Finallies);
                await GreenTask.Yield();
            }
        }

        private async GreenTask Steps(Node node, Random random)
        {
            for (int steps = random.Next(1, 12); steps > 0; steps--)
            {
                switch (random.Next(6))
                {
                    case 0:
                        GreenTask.ThrowIfCancelled();
                        break;
                    case 1 or 2 when Child(node, random) is var (child, policy):
                        var handle = GreenTask.Spawn(Body(child), new SpawnOptions { Failure = policy });
                        if (random.Next(3) == 0 && child.Fate != Fate.WaitsToBeCancelled) await Join(handle, child);
                        else handle.Detach();
                        break;
                    default:
                        await GreenTask.Yield();
                        break;
                }
            }
            if (node.Fate == Fate.Fails) throw new FormatException("planned");
            if (node.Fate == Fate.WaitsToBeCancelled) await GreenRun.UntilCancelled();
        }

        private static async GreenTask Join(JoinHandle handle, Node child)
        {
            var outcome = await handle.Try();
            if (outcome.Kind == OutcomeKind.JoinerCancelled)
            {
                handle.Detach();
                throw new TaskCancelledException();
            }
            child.Outside = outcome.Kind;
        }

        private (Node Child, FailurePolicy Policy)? Child(Node parent, Random random)
        {
            var policy = (FailurePolicy)random.Next(3);
            bool fails = random.Next(3) == 0;
            var group = policy == FailurePolicy.Linked
                ? parent.Group
                : new Group(policy == FailurePolicy.Supervised ? parent.Group : null, doomed: fails);
            var fate = fails ? Fate.Fails : group.IsDoomed && random.Next(2) == 0 ? Fate.WaitsToBeCancelled : Fate.Completes;
            return Make(random, group, fate) is { } child ? (child, policy) : null;
        }
    }
}
