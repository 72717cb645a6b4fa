using Rustrt.Compat.Backends.New;
using Rustrt.Compat.Interop;
using Rustrt.Federation;

namespace Rustrt.Compat.Managed;

/// <summary>What a program in C# may use beside the old API: bodies that are delegates, and bodies that are async.</summary>
public static unsafe class ManagedTasks
{
    private static Action<string>? s_tell;

    /// <summary>Who is told what a user should know once; standard error if nobody.</summary>
    public static Action<string>? Notices
    {
        get => Volatile.Read(ref s_tell);
        set => Volatile.Write(ref s_tell, value);
    }

    /// <summary>
    /// Starts a newborn task with a delegate, as start_task does with a function. An exception that leaves it fails the task, with its
    /// text as the reason.
    /// </summary>
    /// <param name="target">Of new_task or rust_new_task_in_sched.</param>
    /// <param name="body">Runs on an OS thread of its own, in the task's turns.</param>
    public static void Start(rust_task* target, Action body)
    {
        ArgumentNullException.ThrowIfNull(body);
        TaskBody.Start(target, body);
    }

    /// <summary>
    /// Spawns an async body into the scheduler group of the calling task's run: a GreenTask, which holds no thread while it waits.
    /// It is no task of the old API, which it cannot call in task context. The run does not end before it.
    /// </summary>
    /// <param name="call">A cold call of an async method.</param>
    /// <exception cref="NotSupportedException">The core is the legacy one, which has no such tasks, or the new side is librustrt_new.so.</exception>
    /// <exception cref="InvalidOperationException">The calling thread runs no task's body.</exception>
    public static JoinHandle Spawn(GreenTask call)
    {
        if (TaskThread.Current is null)
        {
            throw new InvalidOperationException("ManagedTasks.Spawn: this thread runs no task's body, which says into which run to spawn");
        }
        if (RustrtLibrary.IsServedElsewhere)
        {
            throw new NotSupportedException("ManagedTasks.Spawn: the new side is librustrt_new.so, which native code of this process had loaded by "
                + "the first call of the old API, and is another .NET runtime; valid if that call is one of NativeMethods");
        }
        if (!IsCoreNew)
        {
            throw new NotSupportedException("ManagedTasks.Spawn: the unit core is legacy, which has no async tasks; valid with core=new");
        }
        return TaskTable.Of(NativeMethods.rust_get_task()).Run.Federation.MainGroup.Spawn(call);
    }

    internal static void Tell(string notice)
    {
        if (Notices is { } tell) tell(notice);
        else Console.Error.WriteLine($"rustrt: {notice}");
    }

    /// <summary>The new backend is bound only where some unit wants it.</summary>
    private static bool IsCoreNew => Binding.Api != null && Binding.Api->Core->name[0] == (byte)'n';
}
