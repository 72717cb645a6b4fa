using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;
using static Rustrt.Compat.Interop.NativeMethods;

namespace Rustrt.Compat.Managed.Caller;

/// <summary>Bodies that give way and wait.</summary>
internal static unsafe class TurnCases
{
    private const int Tasks = 3, Turns = 20, Alive = 100, Exchanges = 50;

    private static int s_turns, s_ready;
    private static nint s_parent;

    /// <summary>Three tasks count together; the collector runs meanwhile.</summary>
    public static int Yields() => Old.Run(&YieldsMain);

    /// <summary>Two tasks hand a number to and fro.</summary>
    public static int Waits() => Old.Run(&WaitsMain);

    /// <summary>Many bodies are parked in the middle at once.</summary>
    public static int Many() => Old.Run(&ManyMain);

    /// <summary>A body is the same task at every call, whatever ran in between.</summary>
    public static int OneId() => Old.Run(&OneIdMain);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void YieldsMain(void* ret, rust_opaque_box* env, void* arg)
    {
        for (int i = 0; i < Tasks; i++) rust_task_deref(Old.Spawn(&YieldsBody));
        int collected = Collector.Rounds;
        while (Volatile.Read(ref s_turns) < Tasks * Turns || Collector.Rounds == collected) Old.Yield();
        Old.Say($"turns {s_turns}");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void YieldsBody(void* ret, rust_opaque_box* env, void* arg)
    {
        for (int i = 0; i < Turns; i++)
        {
            Interlocked.Increment(ref s_turns);
            if (Old.Yield()) Old.Say("killed, by nobody");
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void WaitsMain(void* ret, rust_opaque_box* env, void* arg)
    {
        s_parent = (nint)rust_get_task();
        rust_task* child = Old.Spawn(&WaitsBody);
        nint value = 0;
        for (int i = 0; i < Exchanges; i++)
        {
            task_signal_event(child, (void*)(value + 1));
            if (Old.Wait(out value)) Old.Say("killed, by nobody");
        }
        rust_task_deref(child);
        Old.Say($"value {value}");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void WaitsBody(void* ret, rust_opaque_box* env, void* arg)
    {
        for (int i = 0; i < Exchanges; i++)
        {
            if (Old.Wait(out nint value)) Old.Say("killed, by nobody");
            task_signal_event((rust_task*)s_parent, (void*)(value + 1));
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void ManyMain(void* ret, rust_opaque_box* env, void* arg)
    {
        nint* tasks = stackalloc nint[Alive];
        for (int i = 0; i < Alive; i++) tasks[i] = (nint)Old.Spawn(&ManyBody);
        while (Volatile.Read(ref s_ready) < Alive) Old.Yield();
        for (int i = 0; i < Alive; i++) task_signal_event((rust_task*)tasks[i], (void*)i);
        while (Volatile.Read(ref s_ready) > 0) Old.Yield();
        for (int i = 0; i < Alive; i++) rust_task_deref((rust_task*)tasks[i]);
        Old.Say($"sum {s_turns}");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void ManyBody(void* ret, rust_opaque_box* env, void* arg)
    {
        object[] kept = [.. Enumerable.Range(0, 8).Select(i => (object)i)]; // what the collector must find on this stack
        Interlocked.Increment(ref s_ready);
        Old.Wait(out nint value);
        Interlocked.Add(ref s_turns, (int)value + kept.Cast<int>().Sum() - 28);
        Interlocked.Decrement(ref s_ready);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OneIdMain(void* ret, rust_opaque_box* env, void* arg)
    {
        for (int i = 0; i < Tasks; i++) rust_task_deref(Old.Spawn(&OneIdBody));
        while (Volatile.Read(ref s_ready) < Tasks) Old.Yield();
        Old.Say($"main is {get_task_id()}");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OneIdBody(void* ret, rust_opaque_box* env, void* arg)
    {
        nint id = get_task_id();
        rust_task* task = rust_get_task();
        for (int i = 0; i < Turns; i++)
        {
            Old.Yield();
            if (get_task_id() != id || rust_get_task() != task) Old.Say("another task");
        }
        Interlocked.Increment(ref s_ready);
    }
}
