using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>
/// Handles that the runtime allocates for callers: the handle and its id record are exchange blocks, one each, and go back to
/// the exchange heap by the caller's call. Needs a task.
/// </summary>
internal static unsafe class HighLevel
{
    /// <summary>The handle's data; legacy-runtime.md section 1.</summary>
    private struct IdRecord
    {
        public fixed byte Id[16];
        public nint Callback, CloseCallback;
    }

    public static uv_async_s* NewAsync(uv_loop_s* loop, nint callback, byte* id)
    {
        uv_async_s* proxy = (uv_async_s*)ExchangeHeap.AllocateZeroed((nuint)sizeof(uv_async_s));
        _ = new IoAsync(IoLoop.Of(loop), proxy, 0, WakeKind.HighLevel);
        AttachRecord((uv_handle_s*)proxy, callback, id);
        return proxy;
    }

    public static uv_timer_s* NewTimer(uv_loop_s* loop, nint callback, byte* id)
    {
        uv_timer_s* proxy = (uv_timer_s*)ExchangeHeap.AllocateZeroed((nuint)sizeof(uv_timer_s));
        _ = new IoTimer(IoLoop.Of(loop), proxy);
        AttachRecord((uv_handle_s*)proxy, callback, id);
        return proxy;
    }

    /// <summary>An async handle without a record: each wake-up calls callback(loop, loop data, handle).</summary>
    public static uv_async_s* NewOperation(uv_loop_s* loop, nint callback)
    {
        uv_async_s* proxy = (uv_async_s*)ExchangeHeap.AllocateZeroed((nuint)sizeof(uv_async_s));
        _ = new IoAsync(IoLoop.Of(loop), proxy, 0, WakeKind.Operation);
        proxy->data = (void*)callback;
        return proxy;
    }

    public static void Close(uv_handle_s* handle, delegate* unmanaged[Cdecl]<byte*, void*, void*, void> callback)
    {
        RecordOf(handle)->CloseCallback = (nint)callback;
        IoHandle.Close(handle, null, Farewell.HighLevel);
    }

    /// <summary>Frees both blocks; the handle must be closed.</summary>
    public static void Free(void* handle)
    {
        ExchangeHeap.Free(((uv_handle_s*)handle)->data);
        ExchangeHeap.Free(handle);
    }

    public static Callback WakeCallback(uv_handle_s* handle) =>
        new(RecordOf(handle)->Callback, (nint)RecordOf(handle)->Id, (nint)handle->loop->data);

    public static Callback ClosedCallback(uv_handle_s* handle) =>
        new(RecordOf(handle)->CloseCallback, (nint)RecordOf(handle)->Id, (nint)handle, (nint)handle->loop->data);

    public static Callback OperationCallback(uv_handle_s* handle) =>
        new((nint)handle->data, (nint)handle->loop, (nint)handle->loop->data, (nint)handle);

    /// <summary>The handle of a stopped operation, in the loop's closing phase.</summary>
    public static void Release(uv_handle_s* handle)
    {
        TasklessCalls.Check(Binding.Api->Host()->Current);
        ExchangeHeap.Free(handle);
    }

    private static void AttachRecord(uv_handle_s* handle, nint callback, byte* id)
    {
        IdRecord* record = (IdRecord*)ExchangeHeap.AllocateZeroed((nuint)sizeof(IdRecord));
        Buffer.MemoryCopy(id, record->Id, 16, 16);
        record->Callback = callback;
        handle->data = record;
    }

    private static IdRecord* RecordOf(uv_handle_s* handle) => (IdRecord*)handle->data;
}
