using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>
/// Tasks that nobody uses, with their stacks and blocks, kept per thread so that spawning and ending take no lock. A thread
/// with too many hands half of them to a common store, from which one with none helps itself: tasks may be born on one
/// thread and end on another.
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

    /// <summary>A task with a stack of that size; out of memory: message, abort.</summary>
    public static NativeTask Take(nint stackBytes)
    {
        Local local = t_local ??= new Local();
        if (local.Count == 0) Fetch(local);
        while (local.Count > 0)
        {
            NativeTask task = local.Tasks[--local.Count]!;
            local.Tasks[local.Count] = null;
            if (task.StackBytes == stackBytes) return task;
            TaskTable.Remove(task); // made for another RUST_MIN_STACK, by an earlier rust_start
            Binding.Api->TaskFree(task.Block);
        }
        return Make(stackBytes);
    }

    /// <summary>Gives a task back that no scheduler and no caller refers to.</summary>
    public static void Return(NativeTask task)
    {
        Local local = t_local ??= new Local();
        if (local.Count == Most) Share(local);
        local.Tasks[local.Count++] = task;
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

    private static void Share(Local local)
    {
        lock (s_lock)
            while (local.Count > Batch)
            {
                s_common.Push(local.Tasks[--local.Count]!);
                local.Tasks[local.Count] = null;
            }
    }
}
