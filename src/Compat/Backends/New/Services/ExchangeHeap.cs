using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>The exchange heap as the other services of the new backend use it: whichever backend the switch gave it.</summary>
internal static unsafe class ExchangeHeap
{
    private static rustrt_exchange_seam* s_legacy;

    /// <summary>Called once while binding: the legacy seam, or null when the new backend serves the heap.</summary>
    public static void Use(rustrt_exchange_seam* legacy) => s_legacy = legacy;

    public static void* AllocateZeroed(nuint size)
    {
        if (s_legacy != null) return s_legacy->allocate(size, 1);
        InternalCalls.Count(rustrt_unit.RUSTRT_UNIT_EXCHANGE_HEAP);
        return ExchangeHeapService.Allocate(size, zeroed: true);
    }

    public static void* Reallocate(void* block, nuint size)
    {
        if (s_legacy != null) return s_legacy->reallocate(block, size);
        InternalCalls.Count(rustrt_unit.RUSTRT_UNIT_EXCHANGE_HEAP);
        return ExchangeHeapService.Reallocate(block, size);
    }

    public static void Free(void* block)
    {
        if (s_legacy != null)
        {
            s_legacy->free(block);
            return;
        }
        InternalCalls.Count(rustrt_unit.RUSTRT_UNIT_EXCHANGE_HEAP);
        ExchangeHeapService.Free(block);
    }
}
