using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>Tasks as callers handle them: identity, start, events, references (observed-behaviour.md sections 4 to 6). Yield and
/// wait are native (Router/Rustrt/core.c), since they leave the task anyway, and so are a signal to a task, and the start of one, that
/// would have to wait for its turn.</summary>
internal sealed unsafe class SchedulingService
{
    public nint get_task_id(rustrt_task_block* caller)
    {
        if (caller == null) Fatal.NoCurrentTask();
        return caller->id;
    }

    public void task_clear_event_reject(rust_task* task, rustrt_task_block* caller) =>
        TaskTable.Of(task).ForgetEvent();

    public void rust_task_inhibit_yield(rust_task* task, rustrt_task_block* caller) => CoreWords.Of(task)->Unyieldable++;

    public void rust_task_allow_yield(rust_task* task, rustrt_task_block* caller)
    {
        if (CoreWords.Of(task)->Unyieldable == 0)
            Fatal.Assertion("disallow_yield > 0 && \"Illegal allow_yield(): already yieldable!\"", "rust_task.h", 0, "void rust_task::allow_yield()");
        CoreWords.Of(task)->Unyieldable--;
    }

    public void rust_task_ref(rust_task* task, rustrt_task_block* caller) => TaskTable.Of(task).AddReference();

    public void rust_task_deref(rust_task* task, rustrt_task_block* caller) => TaskTable.Of(task).DropReference();
}
