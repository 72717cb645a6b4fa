using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>Room for more: a vector gets exactly what is asked for, and never less than it has. Length and new bytes stay as they
/// are.</summary>
internal sealed unsafe class VectorsService : IVectors
{
    /// <summary>Of the exchange heap, whatever its name says.</summary>
    public void vec_reserve_shared(type_desc* td, rust_vec_box** vec, nuint n, rustrt_task_block* caller)
    {
        nuint size = n * td->size;
        if ((*vec)->alloc >= size) return;
        *vec = (rust_vec_box*)ExchangeHeap.Reallocate(*vec, (nuint)sizeof(rust_vec_box) + size);
        (*vec)->alloc = size;
    }

    /// <summary>Of the local heap.</summary>
    public void vec_reserve_shared_actual(type_desc* td, rust_vec_box** vec, nuint n, rustrt_task_block* caller)
    {
        if (caller == null) Fatal.NoCurrentTask();
        nuint size = n * td->size;
        if ((*vec)->alloc >= size) return;
        *vec = (rust_vec_box*)LocalHeap.ResizeBox(caller, *vec, (nuint)sizeof(rust_vec_box) + size);
        (*vec)->alloc = size;
    }
}
