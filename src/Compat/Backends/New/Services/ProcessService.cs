using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>The exit status of rust_start. Starting programs is not served yet.</summary>
internal sealed unsafe class ProcessService
{
    public void rust_set_exit_status(nint code, rustrt_task_block* caller)
    {
        if (caller == null) Fatal.NoCurrentTask();
        Binding.Api->Core->set_exit_status(caller, unchecked((int)code));
    }
}
