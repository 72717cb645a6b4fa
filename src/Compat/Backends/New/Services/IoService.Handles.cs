using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

// What all handles have, wake-ups, timers, and the handles that the runtime allocates.
internal sealed unsafe partial class IoService
{
    public void rust_uv_close(uv_handle_s* handle, delegate* unmanaged[Cdecl]<uv_handle_s*, void> cb, rustrt_task_block* caller) =>
        IoHandle.Close(handle, cb, Farewell.Plain);

    public uv_loop_s* rust_uv_get_loop_for_uv_handle(uv_handle_s* handle, rustrt_task_block* caller) => handle->loop;

    public void* rust_uv_get_data_for_uv_handle(uv_handle_s* handle, rustrt_task_block* caller) => handle->data;

    public void rust_uv_set_data_for_uv_handle(uv_handle_s* handle, void* data, rustrt_task_block* caller) => handle->data = data;

    // ---- wake-ups

    public int rust_uv_async_init(uv_loop_s* loop, uv_async_s* handle, delegate* unmanaged[Cdecl]<uv_async_s*, int, void> cb, rustrt_task_block* caller)
    {
        _ = new IoAsync(IoLoop.Of(loop), handle, (nint)cb, WakeKind.Plain);
        return 0;
    }

    public void rust_uv_async_send(uv_async_s* handle, rustrt_task_block* caller)
    {
        // Closed already, and the storage still there: nobody is to be woken.
        if (handle->owned != null) IoHandle.Of<IoAsync>(handle).Send();
    }

    // ---- timers

    public int rust_uv_timer_init(uv_loop_s* loop, uv_timer_s* timer, rustrt_task_block* caller)
    {
        _ = new IoTimer(IoLoop.Of(loop), timer);
        return 0;
    }

    public int rust_uv_timer_start(uv_timer_s* timer, delegate* unmanaged[Cdecl]<uv_timer_s*, int, void> cb, uint timeout, uint repeat, rustrt_task_block* caller) =>
        IoHandle.Of<IoTimer>(timer).Start((nint)cb, isHighLevel: false, timeout, repeat);

    public int rust_uv_timer_stop(uv_timer_s* timer, rustrt_task_block* caller)
    {
        IoHandle.Of<IoTimer>(timer).Disarm();
        return 0;
    }

    // ---- handles that the runtime allocates

    public void* rust_uv_bind_op_cb(uv_loop_s* loop, delegate* unmanaged[Cdecl]<uv_loop_s*, void*, uv_async_s*, void> cb, rustrt_task_block* caller)
    {
        TasklessCalls.Check(caller);
        return HighLevel.NewOperation(loop, (nint)cb);
    }

    public void rust_uv_stop_op_cb(uv_handle_s* handle, rustrt_task_block* caller) => IoHandle.Close(handle, null, Farewell.Operation);

    public void* rust_uv_hilvl_async_init(uv_loop_s* loop, delegate* unmanaged[Cdecl]<byte*, void*, void> cb, byte* buf, rustrt_task_block* caller)
    {
        TasklessCalls.Check(caller);
        return HighLevel.NewAsync(loop, (nint)cb, buf);
    }

    public void* rust_uv_hilvl_timer_init(uv_loop_s* loop, delegate* unmanaged[Cdecl]<byte*, void*, void> cb, byte* buf, rustrt_task_block* caller)
    {
        TasklessCalls.Check(caller);
        return HighLevel.NewTimer(loop, (nint)cb, buf);
    }

    public void rust_uv_hilvl_timer_start(uv_timer_s* timer, uint timeout, uint repeat, rustrt_task_block* caller) =>
        IoHandle.Of<IoTimer>(timer).Start(0, isHighLevel: true, timeout, repeat);

    public void rust_uv_hilvl_close(uv_handle_s* handle, delegate* unmanaged[Cdecl]<byte*, void*, void*, void> cb, rustrt_task_block* caller) =>
        HighLevel.Close(handle, cb);

    public void rust_uv_hilvl_close_async(uv_async_s* handle, rustrt_task_block* caller)
    {
        TasklessCalls.Check(caller);
        HighLevel.Free(handle);
    }

    public void rust_uv_hilvl_close_timer(uv_async_s* handle, rustrt_task_block* caller)
    {
        TasklessCalls.Check(caller);
        HighLevel.Free(handle);
    }
}
