using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>
/// A timer on a loop: started, it fires once or is cancelled, then closes. Loop and task hold a reference each, so that a cancelling
/// which comes too late finds it still there. Only the loop's thread touches the handle.
/// </summary>
internal unsafe struct LoopTimer
{
    /// <summary>First, for its alignment.</summary>
    private uv_timer_s _handle;
    private long _references;
    private rustcore_chan* _passed;
    private bool _isClosing;

    private static readonly nint s_fired = Descriptors.Native((nint)(delegate* unmanaged<uv_timer_s*, int, void>)&Fired);
    private static readonly nint s_closed = Descriptors.Native((nint)(delegate* unmanaged<uv_timer_s*, void>)&Closed);
    private static readonly nint s_tell = Descriptors.Native((nint)(delegate* unmanaged<LoopTimer*, void>)&Tell);
    private static readonly nint s_leave = Descriptors.Native((nint)(delegate* unmanaged<LoopTimer*, void>)&Leave);

    /// <summary>One reference.</summary>
    public static LoopTimer* Make()
    {
        LoopTimer* made = Blocks.Make<LoopTimer>();
        made->_references = 1;
        return made;
    }

    /// <summary>Has a reference of its own. The chan goes with it, so that it is closed where nobody runs the job.</summary>
    public static IoJob* StartJob(LoopTimer* timer, uint milliseconds, rustcore_chan* passed)
    {
        Interlocked.Increment(ref timer->_references);
        IoJob* job = Blocks.Make<IoJob>();
        *job = new() { Run = &Start, DropSubject = &DropReference, Subject = timer, Argument = milliseconds, Sink = passed };
        return job;
    }

    /// <summary>Takes the reference.</summary>
    public static IoJob* CancelJob(LoopTimer* timer)
    {
        IoJob* job = Blocks.Make<IoJob>();
        *job = new() { Run = &Cancel, DropSubject = &DropReference, Subject = timer };
        return job;
    }

    /// <summary>Gives a reference up. Must not fail.</summary>
    public static ulong Release(rustrt_task_block* task, LoopTimer* timer, delegate*<rustrt_task_block*, nint, ulong> then, void* with)
    {
        if (Interlocked.Decrement(ref timer->_references) != 0) return then(task, (nint)with);
        rustcore_chan* passed = timer->_passed;
        Blocks.Free(timer);
        return passed != null ? Steps.Drop(task, LibraryBinding.Api->ChanDrop, passed, then, with) : then(task, (nint)with);
    }

    // ---- on the loop

    private static ulong Start(rustrt_task_block* task, IoJob* job)
    {
        LoopTimer* timer = (LoopTimer*)job->Subject;
        Interlocked.Increment(ref timer->_references); // while it is open
        timer->_passed = job->Sink;
        job->Sink = null;
        LibraryUv* uv = LibraryBinding.Api->Uv;
        uv->TimerInit(job->Loop->Uv, &timer->_handle);
        uv->SetHandleData(timer, timer);
        uv->TimerStart(&timer->_handle, s_fired, job->Argument, 0);
        return IoLoop.Done(task, job);
    }

    private static ulong Cancel(rustrt_task_block* task, IoJob* job)
    {
        LoopTimer* timer = (LoopTimer*)job->Subject;
        if (!timer->_isClosing) Close(timer);
        return IoLoop.Done(task, job);
    }

    private static void Close(LoopTimer* timer)
    {
        timer->_isClosing = true;
        LibraryBinding.Api->Uv->Close(timer, s_closed);
    }

    private static ulong DropReference(rustrt_task_block* task, IoJob* job, delegate*<rustrt_task_block*, nint, ulong> then, void* with) =>
        Release(task, (LoopTimer*)job->Subject, then, with);

    // ---- callbacks, on the C stack, and what they have done on the Rust stack

    [UnmanagedCallersOnly]
    private static void Fired(uv_timer_s* handle, int status) =>
        Steps.Call(Descriptors.Caller, LibraryBinding.Api->OnRust, [(ulong)s_tell, (ulong)LibraryBinding.Api->Uv->HandleData(handle)], &Told, LibraryBinding.Api->Uv->HandleData(handle));

    [UnmanagedCallersOnly]
    private static void Tell(LoopTimer* timer) =>
        Answer.Call(Descriptors.Caller, 0, LibraryBinding.Api->Send, [(ulong)timer->_passed, 0]);

    private static ulong Told(rustrt_task_block* task, nint timer, ulong result, bool failed)
    {
        if (!failed) Close((LoopTimer*)timer);
        return Steps.End(task, failed);
    }

    [UnmanagedCallersOnly]
    private static void Closed(uv_timer_s* handle) =>
        Steps.OnRust(Descriptors.Caller, s_leave, LibraryBinding.Api->Uv->HandleData(handle));

    [UnmanagedCallersOnly]
    private static void Leave(LoopTimer* timer) => Release(Descriptors.Caller, timer, &Left, null);

    private static ulong Left(rustrt_task_block* task, nint with) => 0;
}
