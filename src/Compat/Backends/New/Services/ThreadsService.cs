using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>OS threads outside of any task, which run a closure of the caller's. Their start routine is native: C# never
/// calls caller code.</summary>
internal sealed unsafe partial class ThreadsService : IThreads
{
    private const nuint StackBytes = 1 << 20, AttributeBytes = 64;

    /// <summary>The closure is not copied and must stay valid until the thread is joined.</summary>
    public rust_raw_thread* rust_raw_thread_start(fn_env_pair* fn, rustrt_task_block* caller)
    {
        if (fn == null) Fatal.Assertion("fn", "rust_builtin.cpp", 0, "raw_thread* rust_raw_thread_start(fn_env_pair*)");
        byte* attributes = stackalloc byte[(int)AttributeBytes];
        nuint* thread = (nuint*)NativeMemory.Alloc((nuint)sizeof(nuint));
        int result = InitializeAttributes(attributes);
        if (result == 0) result = SetStackSize(attributes, StackBytes);
        if (result == 0) result = Create(thread, attributes, Binding.Api->RawThreadMain, fn);
        if (result == 0) result = DestroyAttributes(attributes);
        if (result != 0) Fatal.Die($"rustrt: cannot start a thread: {Marshal.GetPInvokeErrorMessage(result)}");
        return (rust_raw_thread*)thread;
    }

    public void rust_raw_thread_join_delete(rust_raw_thread* thread, rustrt_task_block* caller)
    {
        if (thread == null) Fatal.Assertion("thread", "rust_builtin.cpp", 0, "void rust_raw_thread_join_delete(raw_thread*)");
        int result = Join(*(nuint*)thread, null);
        if (result != 0) Fatal.Die($"rustrt: cannot join a thread: {Marshal.GetPInvokeErrorMessage(result)}");
        NativeMemory.Free(thread);
    }

    [LibraryImport("libc", EntryPoint = "pthread_attr_init")]
    private static partial int InitializeAttributes(void* attributes);

    [LibraryImport("libc", EntryPoint = "pthread_attr_setstacksize")]
    private static partial int SetStackSize(void* attributes, nuint bytes);

    [LibraryImport("libc", EntryPoint = "pthread_attr_destroy")]
    private static partial int DestroyAttributes(void* attributes);

    [LibraryImport("libc", EntryPoint = "pthread_create")]
    private static partial int Create(nuint* thread, void* attributes, nint start, void* argument);

    [LibraryImport("libc", EntryPoint = "pthread_join")]
    private static partial int Join(nuint thread, void** result);
}
