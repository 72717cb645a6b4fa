using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>The seams of the new backend: how a legacy core uses a service that the switch gave to C# (rustrt_core.h). The
/// router wraps them, so that each arrives here as an upcall from whatever stack it was called on.</summary>
internal static unsafe partial class SeamExports
{
    /// <summary>Fills in the tables by unit.</summary>
    public static void Fill(rustrt_seams* seams)
    {
        Set(seams, rustrt_unit.RUSTRT_UNIT_EXCHANGE_HEAP,
            (nint)(delegate* unmanaged[Cdecl]<nuint, int, void*>)&Allocate,
            (nint)(delegate* unmanaged[Cdecl]<void*, nuint, void*>)&Reallocate,
            (nint)(delegate* unmanaged[Cdecl]<void*, void>)&Free);
        Set(seams, rustrt_unit.RUSTRT_UNIT_ENVIRONMENT,
            (nint)(delegate* unmanaged[Cdecl]<int, byte**, rustrt_environment*>)&RuntimeEnvironment.CaptureSeam,
            (nint)(delegate* unmanaged[Cdecl]<rustrt_environment*, void>)&RuntimeEnvironment.ReleaseSeam);
        Set(seams, rustrt_unit.RUSTRT_UNIT_LOCAL_HEAP,
            (nint)(delegate* unmanaged[Cdecl]<void*, void>)&LocalHeapSeam.Start,
            (nint)(delegate* unmanaged[Cdecl]<rustrt_task_block*, nuint, int, void*>)&LocalHeapSeam.Allocate,
            (nint)(delegate* unmanaged[Cdecl]<rustrt_task_block*, void*, nuint, void*>)&LocalHeapSeam.Reallocate,
            (nint)(delegate* unmanaged[Cdecl]<rustrt_task_block*, void*, void>)&LocalHeapSeam.Free,
            (nint)(delegate* unmanaged[Cdecl]<rustrt_task_block*, int, void>)&LocalHeapSeam.Count,
            (nint)(delegate* unmanaged[Cdecl]<rustrt_task_block*, void*, nuint, void*>)&LocalHeapSeam.ResizeBox);
        Set(seams, rustrt_unit.RUSTRT_UNIT_AT_EXIT, (nint)(delegate* unmanaged[Cdecl]<void**, void**, nint>)&AtExit.CloseSeam);
        Set(seams, rustrt_unit.RUSTRT_UNIT_TASK_LOCAL_DATA, (nint)(delegate* unmanaged[Cdecl]<rustrt_task_block*, int>)&TaskLocalData.HasCleanupSeam);
        Set(seams, rustrt_unit.RUSTRT_UNIT_LOGGING,
            (nint)(delegate* unmanaged[Cdecl]<byte*, void*, void>)&StartLog,
            (nint)(delegate* unmanaged[Cdecl]<int, uint, int>)&LogEnabled,
            (nint)(delegate* unmanaged[Cdecl]<byte*, nuint, void>)&WriteLog);
    }

    /// <summary>A table that ends with null and lives as long as the process.</summary>
    private static void Set(rustrt_seams* seams, rustrt_unit unit, params ReadOnlySpan<nint> functions)
    {
        nint* table = (nint*)NativeMemory.AllocZeroed((nuint)(functions.Length + 1), (nuint)sizeof(nint));
        functions.CopyTo(new Span<nint>(table, functions.Length));
        ((nint**)seams)[(int)unit] = table;
    }

    private const rustrt_unit Heap = rustrt_unit.RUSTRT_UNIT_EXCHANGE_HEAP, Log = rustrt_unit.RUSTRT_UNIT_LOGGING;
    private const string HeapName = "the exchange heap", LogName = "logging";

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void* Allocate(nuint size, int zeroed) =>
        (void*)NativeEntry.Seam(Heap, HeapName, static (size, zeroed, _) => (nint)ExchangeHeapService.Allocate((nuint)size, zeroed != 0), (nint)size, zeroed);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void* Reallocate(void* block, nuint size) =>
        (void*)NativeEntry.Seam(Heap, HeapName, static (block, size, _) => (nint)ExchangeHeapService.Reallocate((void*)block, (nuint)size), (nint)block, (nint)size);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Free(void* block) => NativeEntry.Seam(Heap, HeapName, static (block, _, _) =>
    {
        ExchangeHeapService.Free((void*)block);
        return 0;
    }, (nint)block);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void StartLog(byte* spec, void* map) => NativeEntry.Seam(Log, LogName, static (spec, map, _) =>
    {
        LoggingService.Start((byte*)spec, (crate_map*)map);
        return 0;
    }, (nint)spec, (nint)map);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static int LogEnabled(int module, uint level) =>
        (int)NativeEntry.Seam(Log, LogName, static (module, level, _) => LogLevels.Enabled((int)module, (uint)level) ? 1 : 0, module, (nint)level);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void WriteLog(byte* text, nuint length) => NativeEntry.Seam(Log, LogName, static (text, length, _) =>
    {
        LoggingService.Write((byte*)text, (nuint)length);
        return 0;
    }, (nint)text, (nint)length);
}
