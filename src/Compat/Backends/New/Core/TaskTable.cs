using Rustrt.Compat.Interop;
using Rustrt.Federation;

namespace Rustrt.Compat.Backends.New;

/// <summary>From task block to task: an array indexed by the handle in the block's core words. Reading takes no lock.</summary>
internal static unsafe class TaskTable
{
    private static readonly Lock s_lock = new();
    private static readonly Stack<int> s_free = new();
    private static NativeTask?[] s_tasks = new NativeTask?[64];
    private static int s_next;

    /// <summary>The task of a block that is alive, or dead and referenced.</summary>
    public static NativeTask Of(rustrt_task_block* block) => Volatile.Read(ref s_tasks)[(int)CoreWords.Of(block)->Handle]!;

    /// <inheritdoc cref="Of(rustrt_task_block*)"/>
    public static NativeTask Of(rust_task* task) => Of((rustrt_task_block*)task);

    public static void Add(NativeTask task)
    {
        lock (s_lock)
        {
            if (!s_free.TryPop(out int handle))
            {
                handle = s_next++;
                if (handle == s_tasks.Length)
                {
                    NativeTask?[] larger = new NativeTask?[2 * handle];
                    s_tasks.CopyTo(larger, 0);
                    Volatile.Write(ref s_tasks, larger);
                }
            }
            task.Words->Handle = (ulong)handle;
            s_tasks[handle] = task;
        }
    }

    public static void Remove(NativeTask task)
    {
        lock (s_lock)
        {
            int handle = (int)task.Words->Handle;
            s_tasks[handle] = null;
            s_free.Push(handle);
        }
    }

    /// <summary>Kills every started task, those first whose order matters. One that ends meanwhile may be reborn while it is
    /// looked at: kill-all dooms newborn tasks anyway.</summary>
    public static void KillAll(IEnumerable<GreenTask> first)
    {
        Interlocked.MemoryBarrierProcessWide(); // the other half of NativeTask.Start
        NativeTask?[] tasks;
        lock (s_lock) tasks = (NativeTask?[])s_tasks.Clone();
        foreach (NativeTask? task in first.Cast<NativeTask?>().Concat(tasks))
            if (task is { IsStarted: true }) task.Kill();
    }
}
