using System.Runtime.InteropServices;

namespace Rustrt.Federation;

/// <summary>The native side of one loop: a block of memory that holds the loop, its async handle and its timer.</summary>
internal sealed unsafe class UvHandles
{
    private const nuint Alignment = 64;

    private readonly void* _memory;
    private readonly void* _loop;
    private readonly void* _async;
    private readonly void* _timer;

    private UvHandles()
    {
        nuint loopSize = Aligned(Libuv.LoopSize());
        nuint asyncSize = Aligned(Libuv.HandleSize(Libuv.AsyncHandle));
        nuint timerSize = Aligned(Libuv.HandleSize(Libuv.TimerHandle));
        _memory = NativeMemory.AlignedAlloc(loopSize + asyncSize + timerSize, Alignment);
        _loop = _memory;
        _async = (byte*)_loop + loopSize;
        _timer = (byte*)_async + asyncSize;

        int result = Libuv.LoopInit(_loop);
        if (result < 0)
        {
            NativeMemory.AlignedFree(_memory);
            Libuv.Check(result, "uv_loop_init");
        }
        Libuv.Check(Libuv.AsyncInit(_loop, _async, &Libuv.Nothing), "uv_async_init");
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
        // The timer counts from the loop's cached time, which is as old as its last turn.
        Libuv.UpdateTime(_loop);
        Libuv.Check(Libuv.TimerStart(_timer, &Libuv.Nothing, milliseconds, 0), "uv_timer_start");
        Run(Libuv.RunOnce);
        Libuv.Check(Libuv.TimerStop(_timer), "uv_timer_stop");
    }

    internal void SendWake() => Libuv.Check(Libuv.AsyncSend(_async), "uv_async_send");

    /// <summary>Closes the handles, runs the loop until it has let go of them, and frees the memory.</summary>
    internal void Close()
    {
        Libuv.Close(_async, null);
        Libuv.Close(_timer, null);
        while (Run(Libuv.RunNoWait))
        {
        }
        Libuv.Check(Libuv.LoopClose(_loop), "uv_loop_close");
        NativeMemory.AlignedFree(_memory);
    }

    /// <summary>Runs one turn; true if handles are still open.</summary>
    private bool Run(int mode) => Libuv.Run(_loop, mode) != 0;

    private static nuint Aligned(nuint size) => (size + Alignment - 1) & ~(Alignment - 1);
}
