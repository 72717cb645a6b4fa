using System.Runtime.CompilerServices;
using Rustrt.Compat.Interop;
using Rustrt.Federation;

namespace Rustrt.Compat.Backends.New;

/// <summary>From task block to task: an array indexed by the handle in the block's core words. Reading takes no lock, and since
/// the array has no initializer it does not ask either whether one has run: every upcall of a task comes through here.</summary>
internal static unsafe class TaskTable
{
    private const int FirstCapacity = 64;

    private static readonly Lock s_lock = new();
    private static readonly Stack<int> s_free = new();
    private static int s_next;

    /// <summary>The task of a block that is alive, or dead and referenced.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NativeTask Of(rustrt_task_block* block) => Volatile.Read(ref Slots.Tasks)![(int)CoreWords.Of(block)->Handle]!;

    /// <inheritdoc cref="Of(rustrt_task_block*)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NativeTask Of(rust_task* task) => Of((rustrt_task_block*)task);

    public static void Add(NativeTask task)
    {
        lock (s_lock)
        {
            NativeTask?[] tasks = Slots.Tasks ?? [];
            if (!s_free.TryPop(out int handle))
            {
                handle = s_next++;
                if (handle == tasks.Length)
                {
                    Array.Resize(ref tasks, Math.Max(FirstCapacity, 2 * handle)); // a copy: readers keep theirs
                    Volatile.Write(ref Slots.Tasks, tasks);
                }
            }
            task.Words->Handle = (ulong)handle;
            tasks[handle] = task;
        }
    }

    public static void Remove(NativeTask task)
    {
        lock (s_lock)
        {
            int handle = (int)task.Words->Handle;
            Slots.Tasks![handle] = null;
            s_free.Push(handle);
        }
    }

    /// <summary>Kills every started task, those first whose order matters. One that ends meanwhile may be reborn while it is
    /// looked at: kill-all dooms newborn tasks anyway.</summary>
    public static void KillAll(IEnumerable<TaskCell> first)
    {
        Volatile.Write(ref *Binding.Api->KernelKilled, 1);
        Interlocked.MemoryBarrierProcessWide(); // the other half of NativeTask.Start, and of the router's
        NativeTask?[] tasks;
        lock (s_lock) tasks = [.. Slots.Tasks ?? []];
        foreach (NativeTask? task in first.Cast<NativeTask?>().Concat(tasks))
            if (task is { IsStarted: true }) task.Kill();
    }

    /// <summary>The started tasks of a run. Any of them may end, or be reborn, while it is looked at.</summary>
    public static IEnumerable<NativeTask> Started(RuntimeRun run)
    {
        NativeTask?[] tasks;
        lock (s_lock) tasks = [.. Slots.Tasks ?? []];
        return tasks.OfType<NativeTask>().Where(task => task.Run == run && task.IsStarted);
    }

    private static class Slots
    {
        internal static NativeTask?[]? Tasks;
    }
}
