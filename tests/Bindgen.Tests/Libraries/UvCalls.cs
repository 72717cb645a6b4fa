using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Bound.Uv;
using static Bound.Uv.NativeMethods;

/// <summary>A loop that ends when its repeating timer has stopped itself.</summary>
internal static unsafe class UvCalls
{
    public static void Run()
    {
        int ticks = 0;
        uv_loop_s loop;
        uv_timer_s timer;
        Expect.Equal(0, uv_loop_init(&loop));
        Expect.Equal(0, uv_timer_init(&loop, &timer));
        Expect.Equal(uv_handle_type.UV_TIMER, timer.type);
        timer.data = &ticks;
        Expect.Equal(0, uv_timer_start(&timer, &Tick, 1, 1));
        Expect.Equal(0, uv_run(&loop, uv_run_mode.UV_RUN_DEFAULT));
        Expect.Equal(103, ticks);
        Expect.Equal(0, uv_loop_close(&loop));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Tick(uv_timer_s* timer)
    {
        if (++*(int*)timer->data == 3)
        {
            Expect.Equal(0, uv_timer_stop(timer));
            uv_close((uv_handle_s*)timer, &Closed);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Closed(uv_handle_s* handle) => *(int*)handle->data += 100;
}
