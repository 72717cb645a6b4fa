using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>The seam of the local heap: what the legacy core, and legacy services on either, call when the new backend serves it.</summary>
internal static unsafe class LocalHeapSeam
{
    private const string Name = "the local heap";

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Start(void* map)
    {
        try
        {
            Enter();
            GcMetadata.Build((crate_map*)map);
        }
        catch (Exception e)
        {
            Fatal.Unhandled(e, Name);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void* Allocate(rustrt_task_block* task, nuint size, int zeroed)
    {
        try
        {
            Enter();
            return LocalRegion.Allocate(task, size, zeroed != 0);
        }
        catch (Exception e)
        {
            Fatal.Unhandled(e, Name);
            return null;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void* Reallocate(rustrt_task_block* task, void* block, nuint size)
    {
        try
        {
            Enter();
            return LocalRegion.Reallocate(block, size);
        }
        catch (Exception e)
        {
            Fatal.Unhandled(e, Name);
            return null;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Free(rustrt_task_block* task, void* block)
    {
        try
        {
            Enter();
            LocalRegion.Free(task, block);
        }
        catch (Exception e)
        {
            Fatal.Unhandled(e, Name);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Count(rustrt_task_block* task, int by)
    {
        try
        {
            Enter();
            LocalRegion.Count(task, by);
        }
        catch (Exception e)
        {
            Fatal.Unhandled(e, Name);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void* ResizeBox(rustrt_task_block* task, void* box, nuint size)
    {
        try
        {
            Enter();
            return LocalHeapService.Resize(task, (rust_opaque_box*)box, size);
        }
        catch (Exception e)
        {
            Fatal.Unhandled(e, Name);
            return null;
        }
    }

    private static void Enter()
    {
        UpcallChecks.Enter();
        InternalCalls.Count(rustrt_unit.RUSTRT_UNIT_LOCAL_HEAP);
    }
}
