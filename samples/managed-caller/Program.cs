// A program in C# on the old API, as it was written against the P/Invoke layer: a supervisor starts workers, each answers the
// questions that it is sent as events, one is killed, and the supervisor adds up what it was told. It knows nothing of backends.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;
using Rustrt.Compat.Managed;
using static Rustrt.Compat.Interop.NativeMethods;

internal static unsafe class Program
{
    private const int Workers = 4, Questions = 10;

    private static nint s_supervisor;
    private static int s_answered, s_ended, s_failed;

    private static int Main()
    {
        // What compiled programs brought along: a map of their modules, and what frees the boxes that a task leaves.
        crate_map* map = (crate_map*)NativeMemory.AllocZeroed(64);
        map->version = 1;
        map->annihilate = (delegate* unmanaged[Cdecl]<void*, void>)&FreeNothing;
        map->entries = (mod_entry*)NativeMemory.AllocZeroed((nuint)sizeof(mod_entry));
        byte* name = (byte*)Marshal.StringToCoTaskMemUTF8("managed-caller");
        int status = rust_start((nuint)(delegate* unmanaged[Cdecl]<void*, rust_opaque_box*, void*, void>)&Supervise, 1, &name, map);
        Console.WriteLine($"exit status {status}");
        return status;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Supervise(void* ret, rust_opaque_box* env, void* arg)
    {
        s_supervisor = (nint)rust_get_task();
        rust_task** workers = stackalloc rust_task*[Workers];
        for (int i = 0; i < Workers; i++)
        {
            workers[i] = new_task();
            rust_task_ref(workers[i]); // or it could be gone when it is asked
            rust_task_local_data_atexit(workers[i], &Ended);
            fn_env_pair closure = new() { f = &Work };
            start_task(workers[i], &closure);
        }
        long sum = 0;
        for (int question = 1; question <= Questions; question++)
        {
            for (int i = 0; i < Workers; i++)
            {
                task_signal_event(workers[i], (void*)question);
                void* answer;
                task_wait_event(rust_get_task(), &answer);
                sum += (nint)answer;
            }
        }
        for (int i = 0; i < Workers; i++) rust_task_kill_other(workers[i]);
        while (Volatile.Read(ref s_ended) < Workers) rust_task_yield(rust_get_task(), null);
        for (int i = 0; i < Workers; i++) rust_task_deref(workers[i]);
        Console.WriteLine($"{s_answered} answers, sum {sum}; {s_ended} workers ended, {s_failed} of them by failing");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Work(void* ret, rust_opaque_box* env, void* arg)
    {
        try
        {
            for (;;)
            {
                void* question;
                if (task_wait_event(rust_get_task(), &question) != 0) upcall_fail(null, null, 0); // killed: ends as programs did
                Interlocked.Increment(ref s_answered);
                task_signal_event((rust_task*)s_supervisor, (void*)((nint)question * (nint)question));
            }
        }
        catch (TaskFailedException)
        {
            // The task fails when this returns.
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Ended(void* data)
    {
        if (rust_task_is_unwinding(rust_get_task()) != 0) Interlocked.Increment(ref s_failed);
        Interlocked.Increment(ref s_ended);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void FreeNothing(void* unused)
    {
    }
}
