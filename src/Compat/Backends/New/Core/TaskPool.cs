using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>
/// Tasks that nobody uses, with their stacks and blocks, kept per scheduler thread so that spawning and ending take no lock.
/// A thread with too many hands half of them to a common store, from which one with none helps itself: tasks may be born
/// on one thread and end on another. Other threads use the common store alone, since nobody would ask them for theirs.
/// </summary>
internal static unsafe class TaskPool
{
    private const int Most = 512, Batch = Most / 2;

    private sealed class Local
    {
        public readonly NativeTask?[] Tasks = new NativeTask?[Most];
        public int Count;
    }

    [ThreadStatic]
    private static Local? t_local;

    private static readonly Lock s_lock = new();
    private static readonly Stack<NativeTask> s_common = new();

    /// <summary>At the start of a scheduler's thread: it will have a pool of its own.</summary>
    public static void OpenForThread() => t_local = new Local();

    /// <summary>At the end of a scheduler's thread: what it has goes to the others.</summary>
    public static void CloseForThread()
    {
        if (t_local is { } local) Share(local, left: 0);
        t_local = null;
    }

    /// <summary>A task with a stack of that size; out of memory: message, abort.</summary>
    public static NativeTask Take(nint stackBytes)
    {
        while (TakeAny() is { } task)
        {
            if (task.StackBytes == stackBytes) return task;
            TaskTable.Remove(task); // made for another RUST_MIN_STACK, by an earlier rust_start
            Binding.Api->TaskFree(task.Block);
        }
        return Make(stackBytes);
    }

    /// <summary>Gives a task back that no scheduler and no caller refers to.</summary>
    public static void Return(NativeTask task)
    {
        if (t_local is not { } local)
        {
            lock (s_lock) s_common.Push(task);
            return;
        }
        if (local.Count == Most) Share(local, left: Batch);
        local.Tasks[local.Count++] = task;
    }

    private static NativeTask? TakeAny()
    {
        if (t_local is not { } local)
        {
            lock (s_lock) return s_common.TryPop(out NativeTask? common) ? common : null;
        }
        if (local.Count == 0) Fetch(local);
        if (local.Count == 0) return null;
        NativeTask task = local.Tasks[--local.Count]!;
        local.Tasks[local.Count] = null;
        return task;
    }

    private static NativeTask Make(nint stackBytes)
    {
        rustrt_task_block* block = Binding.Api->TaskNew((nuint)stackBytes);
        if (block == null) Fatal.Die("rustrt: out of memory for task stacks");
        NativeTask task = new(block, stackBytes);
        TaskTable.Add(task);
        return task;
    }

    private static void Fetch(Local local)
    {
        lock (s_lock)
            while (local.Count < Batch && s_common.TryPop(out NativeTask? task)) local.Tasks[local.Count++] = task;
    }

    private static void Share(Local local, int left)
    {
        lock (s_lock)
            while (local.Count > left)
            {
                s_common.Push(local.Tasks[--local.Count]!);
                local.Tasks[local.Count] = null;
            }
    }
}
