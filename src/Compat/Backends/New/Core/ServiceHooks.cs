using System.Runtime.CompilerServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>The hooks of services that run on the new core through the core table, that is of the legacy backend's: birth,
/// ending, burial (rustrt_core.h). The new backend's own services are called directly.</summary>
internal static unsafe class ServiceHooks
{
    private static readonly nint[] s_birth = new nint[(int)rustrt_unit.RUSTRT_UNITS];
    private static readonly nint[] s_ending = new nint[(int)rustrt_unit.RUSTRT_UNITS];
    private static readonly nint[] s_burial = new nint[(int)rustrt_unit.RUSTRT_UNITS];

    private static bool s_any;

    /// <summary>Whether a task's end has to ask any of them.</summary>
    public static bool HasEndings { get; private set; }

    /// <summary>Called while the backends are connected, before any task.</summary>
    public static void Set(int unit, nint birth, nint ending, nint burial)
    {
        s_birth[unit] = birth;
        s_ending[unit] = ending;
        s_burial[unit] = burial;
        HasEndings |= ending != 0;
        s_any |= birth != 0 || ending != 0 || burial != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Bear(rustrt_task_block* task)
    {
        if (s_any) Run(s_birth, task);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Bury(rustrt_task_block* task)
    {
        if (s_any) Run(s_burial, task);
    }

    /// <summary>The first ending hook from a unit on, and its unit; 0 when there is none.</summary>
    public static nint Ending(ref int unit)
    {
        for (; s_any && unit < s_ending.Length; unit++)
            if (s_ending[unit] != 0) return s_ending[unit];
        return 0;
    }

    private static void Run(nint[] hooks, rustrt_task_block* task)
    {
        foreach (nint hook in hooks)
            if (hook != 0) ((delegate* unmanaged<rustrt_task_block*, void>)hook)(task);
    }
}
