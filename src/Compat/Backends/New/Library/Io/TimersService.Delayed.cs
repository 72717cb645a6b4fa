using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

// A task of its own waits, so that the runtime lives until the value is sent.
internal sealed unsafe partial class TimersService
{
    /// <summary>A value that was given away, and the chan it shall go to.</summary>
    private struct Delayed
    {
        public TimeLimit Limit;
        public rustcore_chan* Chan;
        public type_desc* Type;
        /// <summary>In a block of the exchange heap.</summary>
        public void* Value;
        public bool IsSent;
        public rustcore_closure Body;
    }

    private static readonly nint s_live = Descriptors.Native((nint)(delegate* unmanaged<Delayed*, void>)&Live);
    private static readonly nint s_drop = Descriptors.Native((nint)(delegate* unmanaged<Delayed*, void>)&DropDelayed);

    public void rustcore_timer_delayed_send(rustcore_iotask* io, uint milliseconds, rustcore_chan* chan, type_desc* type, void* value, rustrt_task_block* caller)
    {
        Delayed* delayed = (Delayed*)NativeMemory.AllocZeroed((nuint)sizeof(Delayed));
        *delayed = new() { Limit = new() { Milliseconds = milliseconds }, Chan = chan, Type = type, Value = Blocks.Allocate(type->size, type->align) };
        NativeMemory.Copy(value, delayed->Value, type->size);
        Steps.Call(Failure.Needed(caller), LibraryBinding.Api->ExclusiveClone, [(ulong)io], &Referred, delayed);
    }

    private static ulong Referred(rustrt_task_block* task, nint with, ulong reference, bool failed)
    {
        if (failed) return Answer.Fail(task);
        Delayed* delayed = (Delayed*)with;
        delayed->Limit.Io = (rustcore_iotask*)reference;
        delayed->Body = new() { call = s_live, env = delayed, drop = s_drop };
        return Steps.Call(task, LibraryBinding.Api->Spawn, [(ulong)&delayed->Body], &Spawned, null);
    }

    private static ulong Spawned(rustrt_task_block* task, nint with, ulong result, bool failed) => Steps.End(task, failed);

    // ---- the task

    [UnmanagedCallersOnly]
    private static void Live(Delayed* delayed) => TimeLimit.Begin(Descriptors.Caller, &delayed->Limit, &Begun, delayed);

    private static ulong Begun(rustrt_task_block* task, nint with, bool failed) =>
        failed ? Answer.Fail(task) : TimeLimit.Wait(task, &((Delayed*)with)->Limit, &Waited, (void*)with);

    private static ulong Waited(rustrt_task_block* task, nint with, bool failed) =>
        TimeLimit.End(task, &((Delayed*)with)->Limit, failed, &WaitOver, (void*)with);

    private static ulong WaitOver(rustrt_task_block* task, nint with, bool failed)
    {
        Delayed* delayed = (Delayed*)with;
        if (failed || !delayed->Limit.IsSeen) return Steps.End(task, failed);
        delayed->IsSent = true;
        return Answer.Call(task, 0, LibraryBinding.Api->Send, [(ulong)delayed->Chan, (ulong)delayed->Value]);
    }

    // ---- its end

    [UnmanagedCallersOnly]
    private static void DropDelayed(Delayed* delayed)
    {
        nint glue = delayed->IsSent ? 0 : (nint)delayed->Type->drop;
        if (glue == 0) ValueDropped(Descriptors.Caller, (nint)delayed, 0, failed: false);
        else Steps.Call(Descriptors.Caller, glue, [0, 0, 0, (ulong)delayed->Value], &ValueDropped, delayed);
    }

    private static ulong ValueDropped(rustrt_task_block* task, nint with, ulong result, bool failed)
    {
        if (failed) Failure.Twice();
        Delayed* delayed = (Delayed*)with;
        Blocks.Free(delayed->Value, delayed->Type->align);
        return Steps.Drop(task, LibraryBinding.Api->ChanDrop, delayed->Chan, &ChanDropped, delayed);
    }

    private static ulong ChanDropped(rustrt_task_block* task, nint with) =>
        Steps.Drop(task, LibraryBinding.Api->ExclusiveDrop, ((Delayed*)with)->Limit.Io, &Left, (void*)with);

    private static ulong Left(rustrt_task_block* task, nint with)
    {
        NativeMemory.Free((void*)with);
        return 0;
    }
}
