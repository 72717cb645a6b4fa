using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>One zero-initialised word per run of the runtime, for callers to install what they like.</summary>
internal sealed unsafe class GlobalDataService : IGlobalData
{
    public void* rust_get_global_data_ptr(rustrt_task_block* caller)
    {
        if (caller == null) Fatal.NoCurrentTask();
        return caller->run + (int)rustrt_unit.RUSTRT_UNIT_GLOBAL_DATA;
    }
}
