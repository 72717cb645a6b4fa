using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Managed;

/// <summary>
/// librustrt_managed.so: the native functions that tasks run in the place of C# ones, and how a task and its thread take turns.
/// </summary>
internal static unsafe partial class TaskHelper
{
    private const string Library = "rustrt_managed";

    /// <summary>Native functions that stand for a body with an environment, an entry, a cleanup, an annihilator, an exit runner.</summary>
    public static readonly nint Body, Entry, Cleanup, Annihilate, ExitRunner;

    /// <summary>Does nothing: what a call of it takes is what calls out of a body cost.</summary>
    public static readonly nint Nothing;

    static TaskHelper()
    {
        RustrtLibrary.Load();
        nint* ours = stackalloc nint[6];
        rustrt_managed_connect(
            RustrtLibrary.Find("upcall_call_shim_on_c_stack"), RustrtLibrary.Find("upcall_call_shim_on_rust_stack"),
            RustrtLibrary.Find("rust_get_task"), ours);
        (Body, Entry, Cleanup, Annihilate, ExitRunner, Nothing) = (ours[0], ours[1], ours[2], ours[3], ours[4], ours[5]);
    }

    /// <summary>An environment for <see cref="Body"/>; null when out of memory.</summary>
    [LibraryImport(Library, EntryPoint = "rustrt_managed_box")]
    public static partial rust_opaque_box* Box(nint token);

    /// <summary>Waits for tasks that want a thread; they hang together by Next.</summary>
    [LibraryImport(Library, EntryPoint = "rustrt_managed_accept")]
    public static partial TaskBlock* Accept();

    /// <summary>Makes the call that the block describes in the task, and waits for its end.</summary>
    [LibraryImport(Library, EntryPoint = "rustrt_managed_call")]
    public static partial void Call(TaskBlock* block);

    /// <summary>Lets the task go on; the block may be gone then.</summary>
    [LibraryImport(Library, EntryPoint = "rustrt_managed_finish")]
    public static partial void Finish(TaskBlock* block);

    /// <summary>Waits until the task wants its thread again.</summary>
    [LibraryImport(Library, EntryPoint = "rustrt_managed_await")]
    public static partial void Await(TaskBlock* block);

    [LibraryImport(Library)]
    private static partial void rustrt_managed_connect(nint onCStack, nint onRustStack, nint getTask, nint* ours);
}
