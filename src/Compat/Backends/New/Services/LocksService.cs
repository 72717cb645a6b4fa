using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>Little locks and the test locks: a plain, non-recursive mutex with a condition. They hold the OS thread, not just
/// the task (observed-behaviour.md section 11).</summary>
internal sealed unsafe partial class LocksService : ILocks
{
    private const nuint MutexBytes = 40, ConditionBytes = 48;

    public rust_lock* rust_create_little_lock(rustrt_task_block* caller) => Create();

    public void rust_destroy_little_lock(rust_lock* @lock, rustrt_task_block* caller)
    {
        if (@lock != null) Destroy(@lock);
    }

    public void rust_lock_little_lock(rust_lock* @lock, rustrt_task_block* caller) => Checked(Lock(@lock), "pthread_mutex_lock(&_mutex)");

    public void rust_unlock_little_lock(rust_lock* @lock, rustrt_task_block* caller) => Checked(Unlock(@lock), "pthread_mutex_unlock(&_mutex)");

    public rust_lock* rust_dbg_lock_create(rustrt_task_block* caller) => Create();

    public void rust_dbg_lock_destroy(rust_lock* @lock, rustrt_task_block* caller) => Destroy(Given(@lock, "destroy"));

    public void rust_dbg_lock_lock(rust_lock* @lock, rustrt_task_block* caller) => rust_lock_little_lock(Given(@lock, "lock"), caller);

    public void rust_dbg_lock_unlock(rust_lock* @lock, rustrt_task_block* caller) => rust_unlock_little_lock(Given(@lock, "unlock"), caller);

    public void rust_dbg_lock_wait(rust_lock* @lock, rustrt_task_block* caller) =>
        Checked(Wait(Condition(Given(@lock, "wait")), @lock), "pthread_cond_wait(&_cond, &_mutex)");

    public void rust_dbg_lock_signal(rust_lock* @lock, rustrt_task_block* caller) =>
        Checked(Signal(Condition(Given(@lock, "signal"))), "pthread_cond_signal(&_cond)");

    private static rust_lock* Given(rust_lock* given, string verb)
    {
        if (given == null) Fatal.Assertion("lock", "rust_builtin.cpp", 0, $"void rust_dbg_lock_{verb}(lock_and_signal*)");
        return given;
    }

    private static rust_lock* Create()
    {
        byte* made = (byte*)NativeMemory.AllocZeroed(MutexBytes + ConditionBytes);
        Checked(InitializeCondition(made + MutexBytes, null), "pthread_cond_init(&_cond, NULL)");
        Checked(InitializeMutex(made, null), "pthread_mutex_init(&_mutex, NULL)");
        return (rust_lock*)made;
    }

    private static byte* Condition(rust_lock* given) => (byte*)given + MutexBytes;

    private static void Destroy(rust_lock* given)
    {
        Checked(DestroyCondition(Condition(given)), "pthread_cond_destroy(&_cond)");
        Checked(DestroyMutex(given), "pthread_mutex_destroy(&_mutex)");
        NativeMemory.Free(given);
    }

    /// <summary>What the thread library refuses ends the process, in the old words.</summary>
    private static void Checked(int result, string call)
    {
        if (result == 0) return;
        Fatal.Die($"{call} failed in sync/lock_and_signal.cpp at line 67, result = {result} ({Marshal.GetPInvokeErrorMessage(result)}) ");
    }

    [LibraryImport("libc", EntryPoint = "pthread_mutex_init")]
    private static partial int InitializeMutex(void* mutex, void* attributes);

    [LibraryImport("libc", EntryPoint = "pthread_mutex_destroy")]
    private static partial int DestroyMutex(void* mutex);

    [LibraryImport("libc", EntryPoint = "pthread_mutex_lock")]
    private static partial int Lock(void* mutex);

    [LibraryImport("libc", EntryPoint = "pthread_mutex_unlock")]
    private static partial int Unlock(void* mutex);

    [LibraryImport("libc", EntryPoint = "pthread_cond_init")]
    private static partial int InitializeCondition(void* condition, void* attributes);

    [LibraryImport("libc", EntryPoint = "pthread_cond_destroy")]
    private static partial int DestroyCondition(void* condition);

    [LibraryImport("libc", EntryPoint = "pthread_cond_wait")]
    private static partial int Wait(void* condition, void* mutex);

    [LibraryImport("libc", EntryPoint = "pthread_cond_signal")]
    private static partial int Signal(void* condition);
}
