using System.Runtime.CompilerServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>
/// taskless-calls: functions that need nothing of the calling task but that there is one may be called outside of tasks, by a
/// thread of the program's own. Without it they assert, as they did (observed-behaviour.md section 2).
/// </summary>
internal static unsafe class TasklessCalls
{
    /// <summary>At the beginning of such a function.</summary>
    public static void Check(rustrt_task_block* caller)
    {
        if (caller == null && !Improvements.Chosen.TasklessCalls) Fatal.NoCurrentTask();
    }

    /// <summary>The run that a call is about: the task's own; outside of tasks the one that began last and has not ended.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RuntimeRun RunOf(rustrt_task_block* caller) => caller != null ? TaskTable.Of(caller).Run : RunOfNobody();

    private static RuntimeRun RunOfNobody()
    {
        RuntimeRun? run = Improvements.Chosen.TasklessCalls ? RuntimeRun.Latest : null;
        if (run == null) Fatal.NoCurrentTask();
        return run;
    }
}
