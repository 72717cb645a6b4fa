using System.Runtime.CompilerServices;
using Rustrt.Compat.Interop;
using Rustrt.Federation;

namespace Rustrt.Compat.Backends.New;

/// <summary>
/// Tasks that nobody uses, with their stacks and blocks. Each scheduler has a pool of its own (<see cref="HostThread"/>), so that
/// spawning and ending take no lock. One with too many hands half of them to a common store, from which one with none helps
/// itself: tasks may be born on one thread and end on another. Threads that are no schedulers use the common store alone,
/// since nobody would ask them for theirs.
/// </summary>
internal sealed unsafe class TaskPool
{
    private const int Most = 512, Batch = Most / 2;

    private static readonly Lock s_lock = new();
    private static readonly Stack<NativeTask> s_common = new();

    private readonly NativeTask?[] _tasks = new NativeTask?[Most];
    private int _count;

    /// <summary>A task with a stack of that size; out of memory: message, abort.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NativeTask Take(TaskPool? pool, nuint stackBytes)
    {
        if (pool is { _count: > 0 } && pool._tasks[pool._count - 1]! is var newest && newest.StackBytes == stackBytes)
        {
            pool._count--;
            return newest;
        }
        return TakeOrMake(pool, stackBytes);
    }

    /// <summary>Gives a task back that no scheduler and no caller refers to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Return(TaskPool? pool, NativeTask task)
    {
        if (pool is null)
        {
            ReturnCommon(task);
            return;
        }
        if (pool._count == Most) pool.Share(left: Batch);
        ref NativeTask? slot = ref pool._tasks[pool._count++];
        // Mostly the task that was taken from here: what is taken stays written, and a comparison is cheaper than a write barrier.
        if (slot != task) slot = task;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static NativeTask TakeOrMake(TaskPool? pool, nuint stackBytes)
    {
        while ((pool is null ? TakeCommon() : pool.TakeOwn()) is { } task)
        {
            if (task.StackBytes == stackBytes) return task;
            TaskTable.Remove(task); // made for another RUST_MIN_STACK, by an earlier rust_start
            Binding.Api->TaskFree(task.Block);
        }
        return Make(stackBytes);
    }

    private static NativeTask? TakeCommon()
    {
        lock (s_lock) return s_common.TryPop(out NativeTask? task) ? task : null;
    }

    private static void ReturnCommon(NativeTask task)
    {
        lock (s_lock) s_common.Push(task);
    }

    private NativeTask? TakeOwn()
    {
        if (_count == 0) Fetch();
        if (_count == 0) return null;
        return _tasks[--_count];
    }

    private static NativeTask Make(nuint stackBytes)
    {
        rustrt_task_block* block = Binding.Api->TaskNew(stackBytes);
        if (block == null) TaskStack.OutOfMemory(stackBytes);
        NativeTask task = new(block, stackBytes);
        TaskTable.Add(task);
        return task;
    }

    private void Fetch()
    {
        lock (s_lock)
            while (_count < Batch && s_common.TryPop(out NativeTask? task)) _tasks[_count++] = task;
    }

    /// <summary>Hands tasks to the common store until so many are left.</summary>
    public void Share(int left)
    {
        lock (s_lock)
            while (_count > left)
            {
                s_common.Push(_tasks[--_count]!);
            }
    }
}
