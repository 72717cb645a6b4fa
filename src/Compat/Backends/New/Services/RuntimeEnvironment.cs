using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>What rust_start took from its command line and the variables, as the core and other services use it: a record that the
/// run's word of the unit refers to, made by whichever backend serves the environment.</summary>
internal static unsafe class RuntimeEnvironment
{
    private const int Unit = (int)rustrt_unit.RUSTRT_UNIT_ENVIRONMENT;

    private const string Name = "the environment";

    private static rustrt_environment_seam* s_legacy;

    /// <summary>Called once while binding: the legacy seam, or null when the new backend serves the environment.</summary>
    public static void Use(rustrt_environment_seam* legacy) => s_legacy = legacy;

    /// <summary>From rust_start, which puts it into the word of its run.</summary>
    public static rustrt_environment* Capture(int argc, byte** argv)
    {
        if (s_legacy != null) return s_legacy->capture(argc, argv);
        InternalCalls.Count(rustrt_unit.RUSTRT_UNIT_ENVIRONMENT);
        return EnvironmentCapture.Make(argc, argv);
    }

    /// <summary>At the end of the run.</summary>
    public static void Release(rustrt_environment* environment)
    {
        if (s_legacy != null)
        {
            s_legacy->release(environment);
            return;
        }
        InternalCalls.Count(rustrt_unit.RUSTRT_UNIT_ENVIRONMENT);
        EnvironmentCapture.Release(environment);
    }

    /// <summary>In the words of a run.</summary>
    public static ref rustrt_environment* In(void** words) => ref *(rustrt_environment**)(words + Unit);

    /// <summary>Of a task's run.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static rustrt_environment* Of(rustrt_task_block* task) => In(task->run);

    /// <summary>RUST_SEED as a number, whatever its text is; null when unset.</summary>
    public static int? Seed(rustrt_environment* environment) =>
        environment->seed == null ? null : (int)LibC.ParseLong(environment->seed, null, 10);

    /// <summary>The seam.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static rustrt_environment* CaptureSeam(int argc, byte** argv) => (rustrt_environment*)NativeEntry.Seam(
        rustrt_unit.RUSTRT_UNIT_ENVIRONMENT, Name, static (argc, argv, _) => (nint)EnvironmentCapture.Make((int)argc, (byte**)argv), argc, (nint)argv);

    /// <inheritdoc cref="CaptureSeam"/>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void ReleaseSeam(rustrt_environment* environment) => NativeEntry.Seam(
        rustrt_unit.RUSTRT_UNIT_ENVIRONMENT, Name, static (environment, _, _) =>
        {
            EnvironmentCapture.Release((rustrt_environment*)environment);
            return 0;
        }, (nint)environment);
}
