using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>A timer that one task waits for, from <see cref="Begin"/> to <see cref="End"/>.</summary>
internal unsafe struct TimeLimit
{
    public rustcore_iotask* Io;
    public uint Milliseconds;
    /// <summary>Gets a message when the time has passed; closed when the loop is gone.</summary>
    public rustcore_port* Passed;
    /// <summary>The task has had that message: there is nothing to cancel.</summary>
    public bool IsSeen;
    private LoopTimer* _timer;
    private rustcore_chan* _chan;
    private delegate*<rustrt_task_block*, nint, bool, ulong> _then;
    private nint _with;
    private bool _failed;

    /// <summary>Starts the timer of a limit whose io and milliseconds are set. Then answers; when it failed there is nothing to end.</summary>
    public static ulong Begin(rustrt_task_block* task, TimeLimit* limit, delegate*<rustrt_task_block*, nint, bool, ulong> then, void* with)
    {
        limit->_then = then;
        limit->_with = (nint)with;
        return Steps.Call(task, LibraryBinding.Api->Stream, [LibraryBinding.Api->Nothing, (ulong)&limit->Passed, (ulong)&limit->_chan], &StreamMade, limit);
    }

    private static ulong StreamMade(rustrt_task_block* task, nint with, ulong result, bool failed)
    {
        TimeLimit* limit = (TimeLimit*)with;
        if (failed) return limit->_then(task, limit->_with, failed);
        limit->_timer = LoopTimer.Make();
        return IoJob.Post(task, limit->Io, LoopTimer.StartJob(limit->_timer, limit->Milliseconds, limit->_chan), &StartPosted, limit);
    }

    private static ulong StartPosted(rustrt_task_block* task, nint with, bool failed)
    {
        TimeLimit* limit = (TimeLimit*)with;
        limit->_failed = failed;
        return failed ? Leave(task, limit) : limit->_then(task, limit->_with, failed);
    }

    /// <summary>Cancels the timer unless it was seen to fire. Must not fail; then is told what it is given here.</summary>
    public static ulong End(rustrt_task_block* task, TimeLimit* limit, bool failed, delegate*<rustrt_task_block*, nint, bool, ulong> then, void* with)
    {
        limit->_failed = failed;
        limit->_then = then;
        limit->_with = (nint)with;
        if (limit->IsSeen) return Leave(task, limit);
        LoopTimer* timer = limit->_timer;
        limit->_timer = null;
        return IoJob.Post(task, limit->Io, LoopTimer.CancelJob(timer), &CancelPosted, limit);
    }

    private static ulong CancelPosted(rustrt_task_block* task, nint with, bool failed)
    {
        if (failed) Failure.Twice();
        return Leave(task, (TimeLimit*)with);
    }

    private static ulong Leave(rustrt_task_block* task, TimeLimit* limit) =>
        Steps.Drop(task, LibraryBinding.Api->PortDrop, limit->Passed, &PortLeft, limit);

    private static ulong PortLeft(rustrt_task_block* task, nint with)
    {
        TimeLimit* limit = (TimeLimit*)with;
        return limit->_timer != null ? LoopTimer.Release(task, limit->_timer, &Over, limit) : Over(task, with);
    }

    private static ulong Over(rustrt_task_block* task, nint with)
    {
        TimeLimit* limit = (TimeLimit*)with;
        return limit->_then(task, limit->_with, limit->_failed);
    }

    // ---- waiting for it

    /// <summary>Waits for the time to pass, or the loop to be gone.</summary>
    public static ulong Wait(rustrt_task_block* task, TimeLimit* limit, delegate*<rustrt_task_block*, nint, bool, ulong> then, void* with)
    {
        limit->_then = then;
        limit->_with = (nint)with;
        return Steps.Call(task, LibraryBinding.Api->TryReceive, [(ulong)limit->Passed, 0], &Waited, limit);
    }

    private static ulong Waited(rustrt_task_block* task, nint with, ulong passed, bool failed)
    {
        TimeLimit* limit = (TimeLimit*)with;
        limit->IsSeen = !failed && (passed & 0xff) != 0;
        return limit->_then(task, limit->_with, failed);
    }

    private struct Race
    {
        public TimeLimit* Limit;
        public rustcore_port* Ports0, Ports1;
    }

    /// <summary>The same, but a value on the port, or its end, comes in time. Where both are there it is in time.</summary>
    public static ulong WaitBeside(rustrt_task_block* task, TimeLimit* limit, rustcore_port* port, delegate*<rustrt_task_block*, nint, bool, ulong> then, void* with)
    {
        limit->_then = then;
        limit->_with = (nint)with;
        Race* race = (Race*)NativeMemory.Alloc((nuint)sizeof(Race));
        *race = new() { Limit = limit, Ports0 = port, Ports1 = limit->Passed };
        return Steps.Call(task, LibraryBinding.Api->Select, [(ulong)&race->Ports0, 2], &Raced, race);
    }

    private static ulong Raced(rustrt_task_block* task, nint with, ulong ready, bool failed)
    {
        TimeLimit* limit = ((Race*)with)->Limit;
        NativeMemory.Free((void*)with);
        limit->IsSeen = !failed && ready == 1;
        return limit->_then(task, limit->_with, failed);
    }
}
