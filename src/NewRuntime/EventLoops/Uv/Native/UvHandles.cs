// The native side of one loop: a block of memory that holds the loop, a poll handle for wakes and a timer.
//
// Wakes go through an eventfd of our own and not through uv_async_send. That one marks its handle as busy, writes to a
// descriptor, and clears the mark; a loop that finds the mark set spins until it is cleared. The write returns only after
// the kernel has sent the interrupt that rouses the sleeper, so on a virtual machine (where that is dear) the sleeper is up
// first and then waits for its waker, some 25 us at every wake (libuv 1.44).
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Rustrt.Federation;

/// <summary>The handles of one libuv loop.</summary>
internal sealed unsafe class UvHandles
{
    private const nuint Alignment = 64;
    private const ulong RepeatMilliseconds = 1;

    private readonly void* _memory;
    private readonly void* _loop;
    private readonly void* _wake;
    private readonly void* _timer;
    private readonly int _wakeDescriptor;

    private UvHandles()
    {
        nuint loopSize = Aligned(Libuv.LoopSize());
        nuint wakeSize = Aligned(Libuv.HandleSize(Libuv.PollHandle));
        nuint timerSize = Aligned(Libuv.HandleSize(Libuv.TimerHandle));
        _wakeDescriptor = EventDescriptor.Open();
        _memory = NativeMemory.AlignedAlloc(loopSize + wakeSize + timerSize, Alignment);
        _loop = _memory;
        _wake = (byte*)_loop + loopSize;
        _timer = (byte*)_wake + wakeSize;

        Libuv.Check(Libuv.LoopInit(_loop), "uv_loop_init");
        Libuv.Check(Libuv.PollInit(_loop, _wake, _wakeDescriptor), "uv_poll_init");
        Libuv.SetData(_wake, (void*)_wakeDescriptor);
        Libuv.Check(Libuv.PollStart(_wake, Libuv.Readable, &Woken), "uv_poll_start");
        Libuv.Check(Libuv.TimerInit(_loop, _timer), "uv_timer_init");
    }

    internal static UvHandles Open()
    {
        try
        {
            return new UvHandles();
        }
        catch (DllNotFoundException e)
        {
            throw new EventLoopUnavailableException(
                "The event loop needs libuv.so.1, which is not installed. On Debian and Ubuntu it is in the package libuv1: "
                + "apt-get install libuv1", e);
        }
    }

    internal void RunWithoutWaiting() => Run(Libuv.RunNoWait);

    internal void RunUntilEvent() => Run(Libuv.RunOnce);

    internal void RunUntilEventOr(ulong milliseconds)
    {
        // The timer counts from the loop's cached time, which is as old as its last turn. It repeats: a turn fires what is due
        // before it waits, so if this thread loses the processor here for as long as the timer runs, a timer that fires once would
        // be spent, and the turn would wait without limit.
        Libuv.UpdateTime(_loop);
        Libuv.Check(Libuv.TimerStart(_timer, &TimeIsOver, milliseconds, RepeatMilliseconds), "uv_timer_start");
        Run(Libuv.RunOnce);
        Libuv.Check(Libuv.TimerStop(_timer), "uv_timer_stop");
    }

    internal void SendWake() => EventDescriptor.Signal(_wakeDescriptor);

    /// <summary>Closes the handles, runs the loop until it has let go of them, and frees the memory.</summary>
    internal void Close()
    {
        Libuv.Close(_wake, null);
        Libuv.Close(_timer, null);
        while (Run(Libuv.RunNoWait))
        {
        }
        Libuv.Check(Libuv.LoopClose(_loop), "uv_loop_close");
        EventDescriptor.Close(_wakeDescriptor);
        NativeMemory.AlignedFree(_memory);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Woken(void* wake, int status, int events) => EventDescriptor.Reset((int)(nint)Libuv.GetData(wake));

    // That the turn returns is all.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void TimeIsOver(void* timer)
    {
    }

    /// <summary>Runs one turn; true if handles are still open.</summary>
    private bool Run(int mode) => Libuv.Run(_loop, mode) != 0;

    private static nuint Aligned(nuint size) => (size + Alignment - 1) & ~(Alignment - 1);
}
