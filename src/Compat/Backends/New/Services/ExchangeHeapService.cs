using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>
/// The exchange heap: plain C-library blocks without a header, and one process-wide count that both backends share and
/// that callers adjust themselves (legacy-runtime.md section 9).
/// </summary>
internal sealed unsafe class ExchangeHeapService : IExchangeHeap
{
    private const string OutOfMemory = "(block || !size) && \"exchange heap: out of memory\"";

    public void* rust_uv_current_kernel_malloc(nuint size, rustrt_task_block* caller)
    {
        TasklessCalls.Check(caller);
        return Allocate(size, zeroed: true);
    }

    public void rust_uv_current_kernel_free(void* mem, rustrt_task_block* caller)
    {
        TasklessCalls.Check(caller);
        Free(mem);
    }

    public void rust_uv_free(void* ptr, rustrt_task_block* caller)
    {
        TasklessCalls.Check(caller);
        Free(ptr);
    }

    public nuint* rust_get_exchange_count_ptr(rustrt_task_block* caller) => (nuint*)Binding.Api->ExchangeCount;

    /// <summary>A counted block; out of memory is an assertion.</summary>
    public static void* Allocate(nuint size, bool zeroed)
    {
        void* block = zeroed ? LibC.AllocateZeroed(size) : LibC.Allocate(size);
        if (block == null && size != 0) Fatal.Assertion(OutOfMemory, "rust_exchange_alloc.cpp", 0, "void* rust_exchange_alloc::malloc(size_t, bool)");
        Interlocked.Increment(ref *(long*)Binding.Api->ExchangeCount);
        return block;
    }

    /// <summary>Changes a block's size; the count stays.</summary>
    public static void* Reallocate(void* block, nuint size)
    {
        void* moved = LibC.Reallocate(block, size);
        if (moved == null && size != 0) Fatal.Assertion(OutOfMemory, "rust_exchange_alloc.cpp", 0, "void* rust_exchange_alloc::realloc(void*, size_t)");
        return moved;
    }

    /// <summary>Gives a block back; lowers the count for NULL too.</summary>
    public static void Free(void* block)
    {
        Interlocked.Decrement(ref *(long*)Binding.Api->ExchangeCount);
        LibC.Free(block);
    }
}
