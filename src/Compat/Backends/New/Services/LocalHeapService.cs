using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>
/// The local heap: managed boxes of one task in a doubly linked list, newest first, whose head callers read from the task
/// block (legacy-runtime.md section 9). What the task still owns when it is released is a leak and aborts.
/// </summary>
internal sealed unsafe class LocalHeapService
{
    private const nuint Header = 32;
    private const byte Poison = 0xab;

    public nuint upcall_malloc(type_desc* td, nuint size, rustrt_task_block* caller) => rust_upcall_malloc(td, size, caller);

    public nuint rust_upcall_malloc(type_desc* td, nuint size, rustrt_task_block* caller)
    {
        if (caller == null) Fatal.NoCurrentTask();
        return CycleCollection.IsDue(caller) ? (nuint)CycleCollection.Begin(caller, td, size) : Allocate(caller, td, size);
    }

    /// <summary>A box whose body is zeroed.</summary>
    public static nuint Allocate(rustrt_task_block* caller, type_desc* td, nuint size)
    {
        nuint align = td->align; // a null descriptor crashes here, as it did
        rust_opaque_box* box = (rust_opaque_box*)LocalRegion.Allocate(caller, HeaderFor(align) + size, zeroed: true);
        box->ref_count = 1;
        box->td = td;
        rust_opaque_box* head = (rust_opaque_box*)caller->live_allocs;
        box->next = head;
        if (head != null) head->prev = box;
        caller->live_allocs = box;
        return (nuint)box;
    }

    public void upcall_free(void* box, rustrt_task_block* caller) => rust_upcall_free(box, caller);

    public void rust_upcall_free(void* given, rustrt_task_block* caller)
    {
        if (caller == null) Fatal.NoCurrentTask();
        Free(caller, (rust_opaque_box*)given);
    }

    /// <summary>Where the body begins behind the start of a box.</summary>
    public static nuint HeaderFor(nuint align) => Math.Max(Header, (Header + align - 1) & ~(align - 1)); // 0 is no alignment

    /// <summary>Gives a box back, whatever its count.</summary>
    public static void Free(rustrt_task_block* caller, rust_opaque_box* box)
    {
        if (box->td == null) Fatal.Assertion("box->td != NULL", "boxed_region.cpp", 0, "void boxed_region::free(rust_opaque_box*)");
        if (box->prev != null) box->prev->next = box->next;
        if (box->next != null) box->next->prev = box->prev;
        if (caller->live_allocs == box) caller->live_allocs = box->next;
        if (RuntimeEnvironment.Of(caller)->poison_on_free != 0) NativeMemory.Fill(box + 1, box->td->size, Poison);
        *box = default;
        LocalRegion.Free(caller, box);
    }

    /// <summary>Gives a box that nobody else refers to another size, header included; it may move.</summary>
    public static rust_opaque_box* Resize(rustrt_task_block* caller, rust_opaque_box* box, nuint size)
    {
        if (box->ref_count != 1)
            Fatal.Assertion("box->ref_count == 1", "boxed_region.cpp", 0, "rust_opaque_box* boxed_region::realloc(rust_opaque_box*, size_t)");
        bool isFirst = caller->live_allocs == box;
        box = (rust_opaque_box*)LocalRegion.Reallocate(box, size);
        if (box->prev != null) box->prev->next = box;
        if (box->next != null) box->next->prev = box;
        if (isFirst) caller->live_allocs = box;
        return box;
    }

    public void* rust_gc_metadata(rustrt_task_block* caller) => GcMetadata.Table;
}
