namespace Rustrt.Federation.Tests;

/// <summary>The task count and the end of a group (TaskCount.cs), in all schedules, and with each operation weakened.</summary>
public class GroupEndModelTests
{
    private const string Allows = "allows the end";
    private const string Releases = "releases the last task";
    private const string Spawns = "spawns one more";

    [Fact]
    public void A_group_ends_once_when_it_may_and_nobody_is_alive() => ModelSearch.Holds(AllowAndRelease);

    [Fact]
    public void Nobody_is_counted_into_a_group_that_has_ended() => ModelSearch.Holds(ReleaseAndSpawn);

    [Fact]
    public void Allowing_the_end_must_be_a_fence() => ModelSearch.Breaks(AllowAndRelease, access => access is { Kind: AccessKind.Fence });

    [Fact]
    public void Release_must_be_interlocked() => ModelSearch.Breaks(
        AllowAndRelease, access => access is { Kind: AccessKind.Add, Thread: Releases });

    [Fact]
    public void Creation_must_be_interlocked() => ModelSearch.Breaks(
        ReleaseAndSpawn, access => access is { Kind: AccessKind.Add, Thread: Spawns, Value: > 0L });

    [Fact]
    public void Nor_is_a_batch() => ModelSearch.Holds(ReleaseAndReserve);

    [Fact]
    public void Reserving_must_be_interlocked() => ModelSearch.Breaks(
        ReleaseAndReserve, access => access is { Kind: AccessKind.Add, Thread: Spawns, Value: > 0L });

    [Fact]
    public void Taking_a_creation_back_must_be_interlocked() => ModelSearch.Breaks(
        TwoTooLate, access => access is { Kind: AccessKind.Add, Value: < -1L });

    [Fact]
    public void The_end_must_be_interlocked() => ModelSearch.Breaks(
        ReleaseAndSpawn, access => access is { Kind: AccessKind.CompareExchange });

    private static ModelProgram AllowAndRelease()
    {
        var scene = new Scene(mayEnd: false, alive: 1);
        return scene.Program((Allows, scene.Allow), (Releases, scene.Release));
    }

    private static ModelProgram ReleaseAndSpawn()
    {
        var scene = new Scene(mayEnd: true, alive: 1);
        return scene.Program((Releases, scene.Release), (Spawns, scene.Spawn));
    }

    private static ModelProgram ReleaseAndReserve()
    {
        var scene = new Scene(mayEnd: true, alive: 1);
        return scene.Program((Releases, scene.Release), (Spawns, scene.SpawnABatch));
    }

    private static ModelProgram TwoTooLate()
    {
        var scene = new Scene(mayEnd: true, alive: 1);
        scene.Release();
        return scene.Program((Spawns, scene.Spawn), ("spawns, too", scene.Spawn));
    }

    private sealed class Scene
    {
        private TaskCount<ModelAtomics> _count;
        private int _ends;

        public Scene(bool mayEnd, int alive)
        {
            _count = new TaskCount<ModelAtomics>(mayEnd);
            while (alive-- > 0) _count.TryCreate(out _);
        }

        public ModelProgram Program(params (string Name, Action Body)[] threads) => new(
            [Location.Of("word", () => ref _count.Word), Location.Of("may end", () => ref _count.MayEndWord)],
            threads,
            () =>
            {
                if (_ends != 1) throw new InvalidOperationException($"the group has ended {_ends} times");
                if (_count.Read() is not { HasEnded: true, Live: 0 }) throw new InvalidOperationException($"{_count.Read().Live} are alive after the end");
            });

        public void Allow()
        {
            if (_count.AllowEnd()) _ends++;
        }

        public void Release() => Release(1);

        public void Spawn()
        {
            if (_count.TryCreate(out _)) LiveAndEnd(1);
        }

        public void SpawnABatch()
        {
            if (_count.TryReserve(2)) LiveAndEnd(2);
        }

        private void LiveAndEnd(int tasks)
        {
            if (_count.Read().HasEnded) throw new InvalidOperationException("the group has ended although a task is alive");
            Release(tasks);
        }

        private void Release(int tasks)
        {
            if (_count.Release(tasks) == 0 && _count.TryEndIfAllowed()) _ends++;
        }
    }
}
