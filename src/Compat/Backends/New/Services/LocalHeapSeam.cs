using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>The seam of the local heap: what the legacy core, and legacy services on either, call when the new backend serves it.</summary>
internal static unsafe class LocalHeapSeam
{
    private const rustrt_unit Unit = rustrt_unit.RUSTRT_UNIT_LOCAL_HEAP;
    private const string Name = "the local heap";

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Start(void* map) => NativeEntry.Seam(Unit, Name, static (map, _, _) =>
    {
        GcMetadata.Build((crate_map*)map);
        return 0;
    }, (nint)map);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void* Allocate(rustrt_task_block* task, nuint size, int zeroed) => (void*)NativeEntry.Seam(Unit, Name,
        static (task, size, zeroed) => (nint)LocalRegion.Allocate((rustrt_task_block*)task, (nuint)size, zeroed != 0), (nint)task, (nint)size, zeroed);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void* Reallocate(rustrt_task_block* task, void* block, nuint size) => (void*)NativeEntry.Seam(Unit, Name,
        static (block, size, _) => (nint)LocalRegion.Reallocate((void*)block, (nuint)size), (nint)block, (nint)size);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Free(rustrt_task_block* task, void* block) => NativeEntry.Seam(Unit, Name, static (task, block, _) =>
    {
        LocalRegion.Free((rustrt_task_block*)task, (void*)block);
        return 0;
    }, (nint)task, (nint)block);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Count(rustrt_task_block* task, int by) => NativeEntry.Seam(Unit, Name, static (task, by, _) =>
    {
        LocalRegion.Count((rustrt_task_block*)task, (int)by);
        return 0;
    }, (nint)task, by);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void* ResizeBox(rustrt_task_block* task, void* box, nuint size) => (void*)NativeEntry.Seam(Unit, Name,
        static (task, box, size) => (nint)LocalHeapService.Resize((rustrt_task_block*)task, (rust_opaque_box*)box, (nuint)size), (nint)task, (nint)box, (nint)size);
}
