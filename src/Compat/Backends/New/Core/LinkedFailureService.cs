using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>The kill flags (observed-behaviour.md section 7).</summary>
internal sealed unsafe class LinkedFailureService : ILinkedFailure
{
    public void rust_task_inhibit_kill(rust_task* task, rustrt_task_block* caller) => CoreWords.Of(task)->Unkillable++;

    public void rust_task_allow_kill(rust_task* task, rustrt_task_block* caller)
    {
        if (CoreWords.Of(task)->Unkillable == 0)
            Fatal.Assertion("disallow_kill > 0 && \"Illegal allow_kill(): already killable!\"", "rust_task.h", 0, "void rust_task::allow_kill()");
        CoreWords.Of(task)->Unkillable--;
    }

    public void rust_task_kill_other(rust_task* task, rustrt_task_block* caller) => TaskTable.Of(task).Kill();

    public void rust_task_kill_all(rust_task* task, rustrt_task_block* caller) => TaskTable.Of(task).Run.KillAll((rustrt_task_block*)task);
}
