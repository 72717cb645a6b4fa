using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>Exit functions: the registered pointers go to one runner in a task of its own when the live count reaches 0.</summary>
internal sealed unsafe class AtExitService : IAtExit
{
    private const string Function = "void rust_kernel::register_exit_function(spawn_fn, fn_env_pair*)";

    public void rust_register_exit_function(delegate* unmanaged[Cdecl]<void*, rust_opaque_box*, void*, void> runner, fn_env_pair* fn,
        rustrt_task_block* caller)
    {
        if (caller == null) Fatal.NoCurrentTask();
        switch (AtExit.Of(caller).Register((nint)runner, (nint)fn))
        {
            case AtExitRegistration.TooLate:
                Fatal.Assertion("!at_exit_started && \"registering at_exit function after exit\"", "rust_kernel.cpp", 0, Function);
                break;
            case AtExitRegistration.AnotherRunner:
                Fatal.Assertion("(at_exit_runner == NULL || at_exit_runner == runner) && \"there can be only one at_exit_runner\"", "rust_kernel.cpp", 0, Function);
                break;
        }
    }
}
