// The native side of one loop: a block of memory that holds the loop, a poll handle for wakes and a timer.
//
// Wakes go through an eventfd of our own and not through uv_async_send. That one marks its handle as busy, writes to a
// descriptor, and clears the mark; a loop that finds the mark set spins until it is cleared. The write returns only after
// the kernel has sent the interrupt that rouses the sleeper, so on a virtual machine (where that is dear) the sleeper is up
// first and then waits for its waker, some 25 us at every wake (libuv 1.44).
//
// Sizes are asked for at run time: those of the generated structs are of one version, and any 1.x will do.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rustrt.Federation.Uv;
using static Rustrt.Federation.Uv.NativeMethods;

namespace Rustrt.Federation;

/// <summary>The handles of one libuv loop.</summary>
internal sealed unsafe class UvHandles
{
    private const nuint Alignment = 64;
    private const ulong RepeatMilliseconds = 1;

    private readonly void* _memory;
    private readonly uv_loop_s* _loop;
    private readonly uv_poll_s* _wake;
    private readonly uv_timer_s* _timer;
    private readonly int _wakeDescriptor;
    private readonly UvPolls _polls;

    private UvHandles()
    {
        nuint loopSize = Aligned(uv_loop_size());
        nuint wakeSize = Aligned(uv_handle_size(uv_handle_type.UV_POLL));
        nuint timerSize = Aligned(uv_handle_size(uv_handle_type.UV_TIMER));
        _wakeDescriptor = EventDescriptor.Open();
        _memory = NativeMemory.AlignedAlloc(loopSize + wakeSize + timerSize, Alignment);
        _loop = (uv_loop_s*)_memory;
        _wake = (uv_poll_s*)((byte*)_memory + loopSize);
        _timer = (uv_timer_s*)((byte*)_wake + wakeSize);

        UvResult.Check(uv_loop_init(_loop), nameof(uv_loop_init));
        UvResult.Check(uv_poll_init(_loop, _wake, _wakeDescriptor), nameof(uv_poll_init));
        uv_handle_set_data((uv_handle_s*)_wake, (void*)_wakeDescriptor);
        UvResult.Check(uv_poll_start(_wake, (int)uv_poll_event.UV_READABLE, &Woken), nameof(uv_poll_start));
        UvResult.Check(uv_timer_init(_loop, _timer), nameof(uv_timer_init));
        _polls = new UvPolls(_loop);
    }

    /// <summary>Readable while there is something for a turn.</summary>
    internal int BackendDescriptor => uv_backend_fd(_loop);

    /// <summary>The descriptors that the loop watches.</summary>
    internal UvPolls Polls => _polls;

    internal static UvHandles Open()
    {
        try
        {
            return new UvHandles();
        }
        catch (DllNotFoundException e)
        {
            throw new EventLoopUnavailableException(
                "UvEventLoop needs libuv.so.1, which is not installed. On Debian and Ubuntu it is in the package libuv1: "
                + "apt-get install libuv1", e);
        }
    }

    internal void RunWithoutWaiting() => Run(uv_run_mode.UV_RUN_NOWAIT);

    internal void RunUntilEvent() => Run(uv_run_mode.UV_RUN_ONCE);

    internal void RunUntilEventOr(ulong milliseconds)
    {
        // The timer counts from the loop's cached time, which is as old as its last turn. It repeats: a turn fires what is due
        // before it waits, so if this thread loses the processor here for as long as the timer runs, a timer that fires once would
        // be spent, and the turn would wait without limit.
        uv_update_time(_loop);
        UvResult.Check(uv_timer_start(_timer, &TimeIsOver, milliseconds, RepeatMilliseconds), nameof(uv_timer_start));
        Run(uv_run_mode.UV_RUN_ONCE);
        UvResult.Check(uv_timer_stop(_timer), nameof(uv_timer_stop));
    }

    internal void SendWake() => EventDescriptor.Signal(_wakeDescriptor);

    /// <summary>Closes the handles, runs the loop until it has let go of them, and frees the memory.</summary>
    internal void Close()
    {
        uv_close((uv_handle_s*)_wake, null);
        uv_close((uv_handle_s*)_timer, null);
        _polls.CloseAll();
        while (Run(uv_run_mode.UV_RUN_NOWAIT))
        {
        }
        UvResult.Check(uv_loop_close(_loop), nameof(uv_loop_close));
        EventDescriptor.Close(_wakeDescriptor);
        NativeMemory.AlignedFree(_memory);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Woken(uv_poll_s* wake, int status, int events) =>
        EventDescriptor.Reset((int)(nint)uv_handle_get_data((uv_handle_s*)wake));

    // That the turn returns is all.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void TimeIsOver(uv_timer_s* timer)
    {
    }

    /// <summary>Runs one turn; true if handles are still open.</summary>
    private bool Run(uv_run_mode mode) => uv_run(_loop, mode) != 0;

    private static nuint Aligned(nuint size) => (size + Alignment - 1) & ~(Alignment - 1);
}
