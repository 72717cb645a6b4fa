using System.Runtime.InteropServices;
using Rustrt.Compat.Backends.New;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Managed;

/// <summary>The body of a task in C#, with the environment that the caller gave: what start_task's closure stands for.</summary>
internal sealed unsafe class TaskBody
{
    private readonly delegate* unmanaged[Cdecl]<void*, rust_opaque_box*, void*, void> _function;
    private readonly rust_opaque_box* _environment;
    private readonly Action? _action;

    private TaskBody(fn_env_pair closure, Action? action)
    {
        _function = closure.f;
        _environment = closure.env;
        _action = action;
    }

    /// <summary>Starts a newborn task with a function pointer of C#.</summary>
    public static void Start(rust_task* target, fn_env_pair* closure) => Start(target, new TaskBody(*closure, null));

    /// <summary>Starts a newborn task with a delegate.</summary>
    public static void Start(rust_task* target, Action action) => Start(target, new TaskBody(default, action));

    /// <summary>The body by the word that its task carries.</summary>
    public static TaskBody Of(nint token) => (TaskBody)GCHandle.FromIntPtr(token).Target!;

    /// <summary>Until the body has returned, or ended by an exception; the task fails by one that is its own.</summary>
    public void Run(TaskThread thread)
    {
        if (_action == null)
        {
            _function(null, _environment, null);
            return;
        }
        try
        {
            _action();
        }
        catch (TaskFailedException)
        {
            // The task is failing, and goes on with that once this thread lets it.
        }
#pragma warning disable CA1031 // Whatever it is, it ends this task, as a failure of its own would.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Fail(thread, error);
        }
    }

    /// <summary>Drops and frees the caller's environment.</summary>
    public void Drop(TaskThread thread)
    {
        if (_environment != null)
        {
            nint glue = (nint)_environment->td->drop;
            if (ManagedCode.Contains(glue)) _environment->td->drop(null, null, null, _environment + 1);
            else thread.Call(glue, "drop glue", onTaskStack: true, [0, 0, 0, (ulong)(_environment + 1)]);
            NativeMethods.rust_uv_current_kernel_free(_environment);
        }
    }

    private static void Start(rust_task* target, TaskBody body)
    {
        TaskThreads.Open();
        GCHandle handle = GCHandle.Alloc(body);
        rust_opaque_box* box = TaskHelper.Box(GCHandle.ToIntPtr(handle));
        if (box == null) throw new InsufficientMemoryException("no memory for the environment of a task body in C#");
        Interlocked.Increment(ref *(long*)NativeImports.rust_get_exchange_count_ptr());
        fn_env_pair pair = new() { f = (delegate* unmanaged[Cdecl]<void*, rust_opaque_box*, void*, void>)TaskHelper.Body, env = box };
        if (TaskThread.Current is { } thread) thread.Call("start_task", false, [(ulong)target, (ulong)(&pair)]);
        else NativeImports.start_task(target, &pair);
    }

    private static void Fail(TaskThread thread, Exception error)
    {
        nint text = Marshal.StringToCoTaskMemUTF8($"{error.GetType().Name}: {error.Message}");
        nint place = Marshal.StringToCoTaskMemUTF8(error.Source ?? "C#");
        try
        {
            thread.Call("upcall_fail", true, [(ulong)text, (ulong)place, 0]);
        }
        catch (TaskFailedException)
        {
            // That was the intent.
        }
        finally
        {
            Marshal.FreeCoTaskMem(text);
            Marshal.FreeCoTaskMem(place);
        }
    }
}
