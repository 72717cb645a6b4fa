using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;
using Uv = Rustrt.Federation.Uv;
using static Rustrt.Federation.Uv.NativeMethods;

namespace Rustrt.Compat.Backends.New;

/// <summary>
/// An event loop of callers. Its phases and its order are C#'s (<see cref="IoTurns"/>); libuv polls for it, tells the time,
/// wakes it, and runs name look-ups on its threads. Everything but the bell belongs to the thread that runs the loop.
/// </summary>
internal sealed unsafe class IoLoop : IDisposable
{
    // A turn fires what is due before it waits. If the thread loses its processor for as long as the alarm runs, an alarm that
    // rings once would be spent, and the turn would wait without limit.
    private const ulong AlarmRepeat = 1;

    private readonly nint _word;
    private readonly Uv.uv_loop_s* _uv;
    private readonly Uv.uv_async_s* _bell;
    private readonly Uv.uv_timer_s* _alarm;
    private readonly List<IoTcp> _changed = [];
    private readonly Queue<Report> _kept = [];
    private Queue<Report> _reports = [];
    private Queue<IoTcp> _putOff = [];
    private Stack<IoHandle> _closing = [];

    private IoLoop(Uv.uv_loop_s* uv)
    {
        _uv = uv;
        _word = IoObject.Keep(this);
        _bell = (Uv.uv_async_s*)NativeMemory.AllocZeroed(uv_handle_size(Uv.uv_handle_type.UV_ASYNC));
        _alarm = (Uv.uv_timer_s*)NativeMemory.AllocZeroed(uv_handle_size(Uv.uv_handle_type.UV_TIMER));
        LibUv.Check(uv_async_init(uv, _bell, &BellRang), nameof(uv_async_init));
        LibUv.Check(uv_timer_init(uv, _alarm), nameof(uv_timer_init));
        uv_handle_set_data((Uv.uv_handle_s*)_bell, (void*)_word);
        Proxy = (uv_loop_s*)NativeMemory.AllocZeroed((nuint)sizeof(uv_loop_s));
        Proxy->owned = (void*)_word;
    }

    /// <summary>What callers take for the loop.</summary>
    public uv_loop_s* Proxy { get; }

    public Uv.uv_loop_s* Native => _uv;

    /// <summary>In the order in which they were made.</summary>
    public LinkedList<IoHandle> Handles { get; } = new();

    public TimerQueue Timers { get; } = new();

    public AsyncList Asyncs { get; } = new();

    public EmergencyDescriptor Emergency { get; } = new();

    public int TimersMade { get; set; }

    /// <summary>Handles that keep the loop running.</summary>
    public int Active { get; set; }

    /// <summary>Requests that are not done.</summary>
    public int Requests { get; set; }

    /// <summary>Calls of rust_uv_run in progress.</summary>
    public int Runs { get; set; }

    /// <summary>What the last callback returned.</summary>
    public uv_buf_t Answer { get; set; }

    /// <summary>Being deleted: what ends now ends in silence.</summary>
    public bool IsDeleting { get; private set; }

    public bool IsAlive => Active > 0 || Requests > 0 || _putOff.Count > 0 || _closing.Count > 0;

    /// <summary>Milliseconds; stands still within a turn.</summary>
    public ulong Now => uv_now(_uv);

    public static IoLoop Of(uv_loop_s* proxy) => IoObject.At<IoLoop>((nint)proxy->owned);

    /// <summary>Null when the system has no descriptors left.</summary>
    public static IoLoop? New()
    {
        if (!LibUv.IsThere()) return null;
        Uv.uv_loop_s* uv = (Uv.uv_loop_s*)NativeMemory.AllocZeroed(uv_loop_size());
        if (uv_loop_init(uv) == 0) return new IoLoop(uv);
        NativeMemory.Free(uv);
        return null;
    }

    /// <summary>Handles that are still open and requests that are not done are dropped without a callback; waits for name
    /// look-ups that have begun.</summary>
    public void Dispose()
    {
        if (Runs > 0) Fatal.Assertion("!error && \"a loop is deleted while it runs\"", "rust_uv.cpp", 0, "void rust_uv_loop_delete(uv_loop_t*)");
        IsDeleting = true;
        foreach (IoHandle handle in Handles) handle.Abandon();
        uv_close((Uv.uv_handle_s*)_bell, null);
        uv_close((Uv.uv_handle_s*)_alarm, null);
        while (uv_run(_uv, Uv.uv_run_mode.UV_RUN_DEFAULT) != 0)
        {
        }
        foreach (Report report in _kept) (report.Source as LookUp)?.Drop();
        LibUv.Check(uv_loop_close(_uv), nameof(uv_loop_close));
        Emergency.Dispose();
        NativeMemory.Free(_bell);
        NativeMemory.Free(_alarm);
        NativeMemory.Free(_uv);
        NativeMemory.Free(Proxy);
        IoObject.Drop(_word);
    }

    // ---- errors

    /// <summary>Notes the error of a result of libuv 1.x, 0 included; 0 or -1.</summary>
    public int Status(nint result) => Note(IoErrors.Of(result));

    /// <summary>The same for calls, which leave the last error alone when they succeed.</summary>
    public int Result(nint result) => result < 0 ? Status(result) : 0;

    public int Note(uv_err_t error)
    {
        Proxy->last_error = error;
        return error.code == IoErrors.Ok ? 0 : -1;
    }

    // ---- phases

    public void UpdateTime() => uv_update_time(_uv);

    /// <summary>Work of a stream for the next turn.</summary>
    public void PutOff(IoTcp tcp)
    {
        if (tcp.IsPutOff) return;
        tcp.IsPutOff = true;
        _putOff.Enqueue(tcp);
    }

    public Queue<IoTcp> TakePutOff() => Take(ref _putOff);

    /// <summary>For the closing phase.</summary>
    public void Close(IoHandle handle) => _closing.Push(handle);

    public Stack<IoHandle> TakeClosing() => Take(ref _closing);

    /// <summary>What a socket is watched for has changed: libuv is told before it polls.</summary>
    public void Changed(IoTcp tcp) => _changed.Add(tcp);

    /// <summary>A report that was taken and not delivered.</summary>
    public void KeepForNextPoll(Report report) => _kept.Enqueue(report);

    /// <summary>Waits, if there is nothing else to do, until something happens or a timer is due.</summary>
    public Queue<Report> Poll()
    {
        foreach (IoTcp tcp in _changed) tcp.Watch();
        _changed.Clear();
        while (_kept.TryDequeue(out Report report)) _reports.Enqueue(report);
        bool mayWait = (Active > 0 || Requests > 0) && _putOff.Count == 0 && _closing.Count == 0 && _reports.Count == 0;
        if (mayWait && Timers.FirstDue is { } due)
        {
            ulong delay = due > Now ? due - Now : 0;
            mayWait = delay > 0;
            if (mayWait) LibUv.Check(uv_timer_start(_alarm, &AlarmRang, delay, AlarmRepeat), nameof(uv_timer_start));
        }
        _ = uv_run(_uv, mayWait ? Uv.uv_run_mode.UV_RUN_ONCE : Uv.uv_run_mode.UV_RUN_NOWAIT);
        LibUv.Check(uv_timer_stop(_alarm), nameof(uv_timer_stop));
        return Take(ref _reports);
    }

    private static T Take<T>(ref T all) where T : new()
    {
        T taken = all;
        all = new T();
        return taken;
    }

    /// <summary>From within libuv: for the turn that polls.</summary>
    public void Report(IReported source, IoEvents events) => _reports.Enqueue(new Report(source, events));

    /// <summary>Wakes the loop for its wake-ups; from any thread.</summary>
    public void RingBell() => LibUv.Check(uv_async_send(_bell), nameof(uv_async_send));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void BellRang(Uv.uv_async_s* bell)
    {
        IoLoop loop = IoObject.At<IoLoop>((nint)uv_handle_get_data((Uv.uv_handle_s*)bell));
        loop.Report(loop.Asyncs, IoEvents.None);
    }

    // That the turn returns is all.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void AlarmRang(Uv.uv_timer_s* alarm)
    {
    }
}
