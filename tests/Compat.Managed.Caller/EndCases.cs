using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;
using static Rustrt.Compat.Interop.NativeMethods;

namespace Rustrt.Compat.Managed.Caller;

/// <summary>Bodies that are killed, and bodies that fail.</summary>
internal static unsafe class EndCases
{
    private static int s_ready, s_ended;

    /// <summary>Learns of the kill from its wait, fails itself, and its finally runs while the task unwinds.</summary>
    public static int Killed() => Old.Run(&KilledMain);

    /// <summary>A kill waits for the end of a section that inhibits it.</summary>
    public static int Inhibited() => Old.Run(&InhibitedMain);

    /// <summary>Fails with a message; its cleanup learns how it ended.</summary>
    public static int Fails() => Old.Run(&FailsMain);

    /// <summary>A body that catches its failure and goes on: the task fails all the same, and others run meanwhile.</summary>
    public static int Swallows() => Old.Run(&SwallowsMain);

    /// <summary>A second failure inside the first one ends the process.</summary>
    public static int FailsAgain() => Old.Run(&FailsAgainMain);

    /// <summary>The first task fails, and with it the run.</summary>
    public static int MainFails() => Old.Run(&FailsBody);

    /// <summary>A yield where it is inhibited fails the task: a failure out of another call than upcall_fail.</summary>
    public static int YieldRefused() => Old.Run(&YieldRefusedMain);

    private static void Watch(rust_task* task) => rust_task_local_data_atexit(task, &Cleanup);

    private static void AwaitEnds(int count)
    {
        while (Volatile.Read(ref s_ended) < count) Old.Yield();
    }

    private static void Fail(string? reason)
    {
        try
        {
            upcall_fail(reason == null ? null : Old.Text(reason), Old.Text("cases.cs"), 7);
            Old.Say("the failure came back");
        }
        finally
        {
            Old.Say($"finally, unwinding {rust_task_is_unwinding(rust_get_task())}");
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Cleanup(void* data)
    {
        Old.Yield(); // it may
        Old.Say($"cleanup, data {(nint)data}, failed {rust_task_is_unwinding(rust_get_task())}");
        Interlocked.Increment(ref s_ended);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void KilledMain(void* ret, rust_opaque_box* env, void* arg)
    {
        rust_task* task = Old.Spawn(&KilledBody);
        while (Volatile.Read(ref s_ready) == 0) Old.Yield();
        rust_task_kill_other(task);
        AwaitEnds(1);
        rust_task_deref(task);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void KilledBody(void* ret, rust_opaque_box* env, void* arg)
    {
        rust_task* self = rust_get_task();
        rust_set_task_local_data(self, (void*)5);
        Watch(self);
        Volatile.Write(ref s_ready, 1);
        Old.Say($"killed {Old.Wait(out _)}");
        try
        {
            Fail(null);
        }
        catch (TaskFailedException failure)
        {
            Old.Say($"caught, of {failure.Function}");
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void InhibitedMain(void* ret, rust_opaque_box* env, void* arg)
    {
        rust_task* task = Old.Spawn(&InhibitedBody);
        while (Volatile.Read(ref s_ready) == 0) Old.Yield();
        rust_task_kill_other(task);
        task_signal_event(task, (void*)3);
        AwaitEnds(1);
        rust_task_deref(task);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void InhibitedBody(void* ret, rust_opaque_box* env, void* arg)
    {
        rust_task* self = rust_get_task();
        Watch(self);
        rust_task_inhibit_kill(self);
        Volatile.Write(ref s_ready, 1);
        bool killed = Old.Wait(out nint value);
        Old.Say($"inside: killed {killed}, event {value}, yield {Old.Yield()}");
        rust_task_allow_kill(self);
        Old.Say($"outside: yield {Old.Yield()}");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void FailsMain(void* ret, rust_opaque_box* env, void* arg)
    {
        rust_task* task = new_task();
        rust_task_ref(task);
        Watch(task);
        fn_env_pair closure = new() { f = &FailsBody };
        start_task(task, &closure);
        AwaitEnds(1);
        rust_task_deref(task);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void FailsBody(void* ret, rust_opaque_box* env, void* arg)
    {
        try
        {
            Fail("too deep");
        }
        catch (TaskFailedException)
        {
            Old.Say("caught");
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void SwallowsMain(void* ret, rust_opaque_box* env, void* arg)
    {
        rust_task* task = Old.Spawn(&SwallowsBody);
        AwaitEnds(1);
        rust_task_deref(task);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void SwallowsBody(void* ret, rust_opaque_box* env, void* arg)
    {
        Watch(rust_get_task());
        try
        {
            Fail("swallowed");
        }
        catch (TaskFailedException)
        {
            for (int i = 0; i < 5; i++) Old.Yield();
            void* block = rust_uv_current_kernel_malloc(64);
            rust_uv_current_kernel_free(block);
            Old.Say("goes on");
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void FailsAgainMain(void* ret, rust_opaque_box* env, void* arg)
    {
        try
        {
            Fail("first");
        }
        catch (TaskFailedException)
        {
            upcall_fail(Old.Text("second"), Old.Text("cases.cs"), 8);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void YieldRefusedMain(void* ret, rust_opaque_box* env, void* arg)
    {
        rust_task_inhibit_yield(rust_get_task());
        try
        {
            Old.Yield();
        }
        catch (TaskFailedException failure)
        {
            Old.Say($"caught, of {failure.Function}");
        }
    }
}
