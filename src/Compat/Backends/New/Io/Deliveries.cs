using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>The router's side of a call that makes callbacks: io_delivery in Router/Rustrt/router_api.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Delivery
{
    public uv_loop_s* Loop;
    /// <summary>Set: the call is rust_uv_walk. Null: it is rust_uv_run.</summary>
    public delegate* unmanaged[Cdecl]<uv_handle_s*, void*, void> Walk;
    public void* WalkArgument;
    /// <summary>The callbacks to come, C#'s own; 0 before the first and after the last.</summary>
    public nint Coming;
    public nint Function;
    public nint First, Second, Third, Fourth;
    /// <summary>What the callback returned, in two registers.</summary>
    public uv_buf_t Result;
}

/// <summary>
/// rust_uv_run and rust_uv_walk are loops of the router (io.c): it asks here for the next callback and makes it on the
/// caller's stack, task or not. docs/protocols/io-turns.md.
/// </summary>
internal static unsafe class Deliveries
{
    private const string Name = "rust_uv_run";

    /// <summary>Fills in the next callback; 0 when there is none any more.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static int Next(Delivery* delivery) => (int)NativeEntry.Run(Name, static (delivery, _, _) => MoveNext((Delivery*)delivery) ? 1 : 0, (nint)delivery);

    /// <summary>A failure passes through the router's loop: what has not been delivered is for the next run.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Abandon(Delivery* delivery) => NativeEntry.Run(Name, static (word, _, _) =>
    {
        Delivery* delivery = (Delivery*)word;
        if (delivery->Coming != 0) End(delivery, IoObject.At<IEnumerator<Callback>>(delivery->Coming));
        return 0;
    }, (nint)delivery);

    private static bool MoveNext(Delivery* delivery)
    {
        if (delivery->Coming == 0) delivery->Coming = IoObject.Keep(Begin(delivery));
        else IoLoop.Of(delivery->Loop).Answer = delivery->Result;
        IEnumerator<Callback> coming = IoObject.At<IEnumerator<Callback>>(delivery->Coming);
        if (!coming.MoveNext())
        {
            End(delivery, coming);
            return false;
        }
        Callback callback = coming.Current;
        delivery->Function = callback.Function;
        delivery->First = callback.First;
        delivery->Second = callback.Second;
        delivery->Third = callback.Third;
        delivery->Fourth = callback.Fourth;
        return true;
    }

    private static IEnumerator<Callback> Begin(Delivery* delivery)
    {
        IoLoop loop = IoLoop.Of(delivery->Loop);
        return delivery->Walk == null ? IoTurns.Run(loop) : IoTurns.Walk(loop, (nint)delivery->Walk, (nint)delivery->WalkArgument);
    }

    private static void End(Delivery* delivery, IEnumerator<Callback> coming)
    {
        coming.Dispose();
        IoObject.Drop(delivery->Coming);
        delivery->Coming = 0;
    }
}
