using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>Arguments, thread count and environment variables.</summary>
internal sealed unsafe class EnvironmentService : IEnvironment
{
    public int rust_get_argc(rustrt_task_block* caller) => Captured(caller)->argc;

    public byte** rust_get_argv(rustrt_task_block* caller) => Captured(caller)->argv;

    public nuint rust_num_threads(rustrt_task_block* caller) => Captured(caller)->num_threads;

    /// <summary>An exchange vector of exchange strings NAME=value, in the order of environ.</summary>
    public rust_vec_box* rust_env_pairs(rustrt_task_block* caller)
    {
        TasklessCalls.Check(caller);
        byte** environ = *(byte***)NativeLibrary.GetExport(NativeLibrary.GetMainProgramHandle(), "environ");
        List<nint> pairs = [];
        // After clearenv there is no array at all.
        for (byte** entry = environ; entry != null && *entry != null; entry++) pairs.Add((nint)ExchangeVectors.OfText(*entry));
        return ExchangeVectors.Of(pairs);
    }

    private static rustrt_environment* Captured(rustrt_task_block* caller)
    {
        if (caller != null) return RuntimeEnvironment.Of(caller);
        TasklessCalls.Check(caller);
        if (EnvironmentCapture.Latest == null) Fatal.NoCurrentTask();
        return EnvironmentCapture.Latest;
    }
}
