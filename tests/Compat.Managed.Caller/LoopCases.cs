using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;
using static Rustrt.Compat.Interop.NativeMethods;

namespace Rustrt.Compat.Managed.Caller;

/// <summary>Loops whose callbacks are C#: <c>rust_uv_run</c> calls them on the thread that called it.</summary>
internal static unsafe class LoopCases
{
    private static int s_ended, s_turns;
    private static nint s_async;

    /// <summary>Callbacks of a timer, of a wake-up from another thread, and of a close come in their order, and act for the task of the body.</summary>
    public static int Callbacks() => Old.Run(&CallbacksMain);

    /// <summary>A callback that fails its task goes back into the loop, which ends; the task has failed.</summary>
    public static int Fails() => Old.Run(&FailsMain);

    /// <summary>A loop outside of tasks.</summary>
    public static int Outside()
    {
        RunLoop(&Tick, 1);
        Old.Say($"turns {s_turns}");
        return Old.Run(&NothingMain);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void CallbacksMain(void* ret, rust_opaque_box* env, void* arg)
    {
        rust_task_deref(Old.Spawn(&Counts)); // has turns while callbacks yield
        uv_loop_s* loop = (uv_loop_s*)rust_uv_loop_new();
        uv_timer_s* timer = (uv_timer_s*)NativeMemory.AllocZeroed(rust_uv_helper_uv_timer_t_size());
        uv_async_s* async = (uv_async_s*)NativeMemory.AllocZeroed(rust_uv_helper_uv_async_t_size());
        s_async = (nint)async;
        rust_uv_timer_init(loop, timer);
        rust_uv_set_data_for_uv_handle((uv_handle_s*)timer, (void*)7);
        rust_uv_async_init(loop, async, &Woken);
        rust_uv_timer_start(timer, &Ticked, 1, 0);
        rust_uv_run(loop);
        rust_uv_loop_delete(loop);
        NativeMemory.Free(timer);
        NativeMemory.Free(async);
        Old.Say("ran");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Counts(void* ret, rust_opaque_box* env, void* arg) => Interlocked.Increment(ref s_turns);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Ticked(uv_timer_s* timer, int status)
    {
        while (Volatile.Read(ref s_turns) == 0) Old.Yield();
        Old.Say($"timer {(nint)rust_uv_get_data_for_uv_handle((uv_handle_s*)timer)}, status {status}, task {get_task_id()}");
        rust_uv_close((uv_handle_s*)timer, &Closed);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Woken(uv_async_s* async, int status)
    {
        task_signal_event(rust_get_task(), (void*)3);
        Old.Wait(out nint value);
        Old.Say($"woken, event {value}");
        rust_uv_close((uv_handle_s*)async, &Closed);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Closed(uv_handle_s* handle)
    {
        bool isAsync = (nint)handle == s_async;
        Old.Say(isAsync ? "wake-up closed" : "timer closed");
        if (!isAsync) new Thread(static () => rust_uv_async_send((uv_async_s*)s_async)).Start();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void FailsMain(void* ret, rust_opaque_box* env, void* arg)
    {
        rust_task* task = new_task();
        rust_task_ref(task);
        rust_task_local_data_atexit(task, &Cleanup);
        fn_env_pair closure = new() { f = &FailsBody };
        start_task(task, &closure);
        while (Volatile.Read(ref s_ended) == 0) Old.Yield();
        rust_task_deref(task);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void FailsBody(void* ret, rust_opaque_box* env, void* arg)
    {
        RunLoop(&FailsTask, 0);
        Old.Say($"the loop ended, unwinding {rust_task_is_unwinding(rust_get_task())}");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void FailsTask(uv_timer_s* timer, int status)
    {
        try
        {
            upcall_fail(Old.Text("in a callback"), Old.Text("cases.cs"), 9);
        }
        catch (TaskFailedException error)
        {
            Old.Say($"caught, of {error.Function}");
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Cleanup(void* data)
    {
        Old.Say($"cleanup, failed {rust_task_is_unwinding(rust_get_task())}");
        Volatile.Write(ref s_ended, 1);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Tick(uv_timer_s* timer, int status)
    {
        if (++s_turns == 5) rust_uv_timer_stop(timer);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void NothingMain(void* ret, rust_opaque_box* env, void* arg)
    {
    }

    private static void RunLoop(delegate* unmanaged[Cdecl]<uv_timer_s*, int, void> callback, uint repeat)
    {
        uv_loop_s* loop = (uv_loop_s*)rust_uv_loop_new();
        uv_timer_s* timer = (uv_timer_s*)NativeMemory.AllocZeroed(rust_uv_helper_uv_timer_t_size());
        rust_uv_timer_init(loop, timer);
        rust_uv_timer_start(timer, callback, 1, repeat);
        rust_uv_run(loop);
        rust_uv_loop_delete(loop);
        NativeMemory.Free(timer);
    }
}
