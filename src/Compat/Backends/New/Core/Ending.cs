// The end of a task that is not plain (Router/Rustrt/core.c): one upcall from the base of its stack, and steps that are calls on it.
//
//   0  the environment's drop glue (Rust stack), then the environment's box is freed
//   1  the endings of services, in unit order (C stack): hooks behind the core table, and the task-local-data cleanup
//   2  a root task that failed or was killed, without a cleanup, fails the kernel
//   3  the annihilator (Rust stack, re-entered from C); the last step needs no continuation
//
// The steps are inlined into each other: most tasks have none but the last, and every task pays for the way there.
//
// No step catches failures: one that fails has no handler on the stack, and the process is terminated as it used to be.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>What happens between the end of a task's body and its death (legacy-runtime.md section 6).</summary>
internal static unsafe class Ending
{
    [UnmanagedCallersOnly]
    public static ulong Begin(rustrt_task_block* block, ulong failed) => NativeEntry.Run(Name, static (block, failed, _, _) =>
    {
        rust_opaque_box* env = CoreWords.Of(block)->Env;
        return env != null
            ? Answer.Call(block, 0, (nint)env->td->drop, [0, 0, 0, (ulong)(env + 1)], &Dropped, failed)
            : CleanUp(block, failed != 0);
    }, block, failed);

    [UnmanagedCallersOnly]
    private static ulong Dropped(rustrt_task_block* block, ulong word, ulong result, ulong failed) =>
        NativeEntry.Run(Name, static (block, word, _, failed) =>
        {
            if (failed != 0) return 0;
            ExchangeHeap.Free(CoreWords.Of(block)->Env);
            // The glue caught its own failure: the C stack of that, a block of the exchange heap, was never given back.
            if (TaskStack.IsOwn && StackWords.Of(block)->CDepth != 0) Interlocked.Increment(ref *(long*)Binding.Api->ExchangeCount);
            return CleanUp(block, word != 0);
        }, block, word, result, failed);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong CleanUp(rustrt_task_block* block, bool failed)
    {
        NativeTask task = TaskTable.Of(block);
        bool killed = (Volatile.Read(ref task.Words->State) & TaskState.Killed) != 0;
        bool failsRun = (failed || killed) && block->id == RuntimeRun.RootId && !TaskLocalData.HasCleanup(block);
        return EndServices(task, 0, failsRun);
    }

    /// <summary>The endings from a unit on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong EndServices(NativeTask task, int from, bool failsRun)
    {
        rustrt_task_block* block = task.Block;
        int unit = from;
        nint hook = ServiceHooks.Ending(ref unit);
        if (from <= LocalData && TaskLocalData.IsOwn && (hook == 0 || unit > LocalData)
            && TaskLocalDataService.Cleanup(block, out ulong data) is var cleanup && cleanup != 0)
            return Answer.Call(block, Answer.OnC, cleanup, [data], &CleanedUp, failsRun ? FailsRun : 0);
        if (hook != 0) return Answer.Call(block, Answer.OnC, hook, [(ulong)block], &ServiceEnded, (ulong)unit + 1 + (failsRun ? FailsRun : 0));
        if (failsRun) task.Run.RootFailed(block);
        return Answer.Call(block, Answer.Reenters, task.Run.Annihilator, [0]);
    }

    [UnmanagedCallersOnly]
    private static ulong CleanedUp(rustrt_task_block* block, ulong word, ulong result, ulong failed) =>
        NativeEntry.Run(Name, static (block, word, _, failed) =>
        {
            if (failed != 0) return 0;
            TaskLocalDataService.Forget(block);
            return EndServices(TaskTable.Of(block), LocalData + 1, word != 0);
        }, block, word, result, failed);

    [UnmanagedCallersOnly]
    private static ulong ServiceEnded(rustrt_task_block* block, ulong word, ulong result, ulong failed) =>
        NativeEntry.Run(Name, static (block, word, _, failed) =>
            failed != 0 ? 0 : EndServices(TaskTable.Of(block), (int)(word & ~FailsRun), (word & FailsRun) != 0), block, word, result, failed);

    private const string Name = "the end of a task";

    private const int LocalData = (int)rustrt_unit.RUSTRT_UNIT_TASK_LOCAL_DATA;

    /// <summary>In a continuation's word, beside the unit: the root task failed, or was killed.</summary>
    private const ulong FailsRun = 1 << 16;
}
