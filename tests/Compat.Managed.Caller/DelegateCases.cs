using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;
using static Rustrt.Compat.Interop.NativeMethods;

namespace Rustrt.Compat.Managed.Caller;

/// <summary>What is offered beside the old API: bodies that are delegates, and async ones.</summary>
internal static unsafe class DelegateCases
{
    private const int AsyncTasks = 1000;

    private static int s_ended;

    /// <summary>A delegate with what it captures.</summary>
    public static int Runs() => Old.Run(&RunsMain);

    /// <summary>An exception that nobody catches fails the task with its text.</summary>
    public static int Throws() => Old.Run(&ThrowsMain);

    /// <summary>Async bodies beside the tasks; refused by name on a legacy core.</summary>
    public static int Async() => Old.Run(&AsyncMain);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void RunsMain(void* ret, rust_opaque_box* env, void* arg)
    {
        nint parent = (nint)rust_get_task();
        string captured = "captured";
        ManagedTasks.Start(new_task(), () =>
        {
            Old.Yield();
            Old.Say($"a delegate with what it {captured}");
            task_signal_event((rust_task*)parent, (void*)1);
        });
        Old.Wait(out nint value);
        Old.Say($"event {value}");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void ThrowsMain(void* ret, rust_opaque_box* env, void* arg)
    {
        rust_task* task = new_task();
        rust_task_ref(task);
        rust_task_local_data_atexit(task, &Cleanup);
        ManagedTasks.Start(task, () =>
        {
            try
            {
                throw new InvalidOperationException("no such thing");
            }
            finally
            {
                Old.Say("finally");
            }
        });
        while (Volatile.Read(ref s_ended) == 0) Old.Yield();
        rust_task_deref(task);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Cleanup(void* data)
    {
        Old.Say($"cleanup, failed {rust_task_is_unwinding(rust_get_task())}");
        Volatile.Write(ref s_ended, 1);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void AsyncMain(void* ret, rust_opaque_box* env, void* arg)
    {
        try
        {
            for (int i = 0; i < AsyncTasks; i++) ManagedTasks.Spawn(AsyncBodies.Count());
        }
        catch (NotSupportedException refused)
        {
            Old.Say(refused.Message);
            return;
        }
        while (AsyncBodies.Ended < AsyncTasks) Old.Yield();
        Old.Say($"ended {AsyncBodies.Ended}");
    }
}
