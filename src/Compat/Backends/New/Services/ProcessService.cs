using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>The exit status of rust_start. Programs are started by the router (Router/Rustrt/process.c).</summary>
internal sealed unsafe class ProcessService
{
    /// <summary>Only the runtime for Windows waited here.</summary>
    public int rust_process_wait(int proc, rustrt_task_block* caller) => 0;

    public void rust_set_exit_status(nint code, rustrt_task_block* caller)
    {
        if (caller == null) Fatal.NoCurrentTask();
        Binding.Api->Core->set_exit_status(caller, unchecked((int)code));
    }
}
