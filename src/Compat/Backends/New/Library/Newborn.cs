using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>A child's environment, from the spawner to the child: the runtime ends it after the body, before the task-local data.</summary>
internal unsafe struct Newborn
{
    public Lineage BornInto;
    public rustcore_chan* Told;
    public rustcore_closure Body;

    /// <summary>Where a child begins.</summary>
    public static nint Entry { get; } = Descriptors.Native((nint)(delegate* unmanaged<void*, rust_opaque_box*, void*, void>)&Live);

    private static readonly type_desc* s_type = Descriptors.Make<Newborn>(&Dropped);

    /// <summary>Takes everything.</summary>
    public static rust_opaque_box* Make(Lineage bornInto, rustcore_chan* told, rustcore_closure body)
    {
        Newborn* made = Blocks.Make<Newborn>();
        *made = new() { BornInto = bornInto, Told = told, Body = body };
        rust_opaque_box* box = (rust_opaque_box*)made - 1;
        box->td = s_type;
        return box;
    }

    [UnmanagedCallersOnly]
    private static void Live(void* result, rust_opaque_box* env, void* argument) =>
        Answer.Call(Descriptors.Caller, 0, LibraryBinding.Api->BoxNew, [(ulong)ControlBlock.Type], &Placed, (ulong)(env + 1));

    [UnmanagedCallersOnly]
    private static ulong Placed(rustrt_task_block* task, ulong word, ulong box, ulong failed)
    {
        if (failed != 0) return 0;
        Newborn* self = (Newborn*)word;
        bool begun = ControlBlock.Begin((rust_opaque_box*)box, task, self->BornInto, self->Told);
        self->BornInto = default;
        self->Told = null;
        return begun
            ? Answer.Call(task, 0, LibraryBinding.Api->LocalSet, [ControlBlock.Key, box], &Begun, word)
            : Answer.Call(task, 0, LibraryBinding.Api->BoxDrop, [box]);
    }

    [UnmanagedCallersOnly]
    private static ulong Begun(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        if (failed != 0) return 0;
        rustcore_closure body = ((Newborn*)word)->Body;
        return Answer.Call(task, 0, body.call, [(ulong)body.env]);
    }

    [UnmanagedCallersOnly]
    private static void Dropped(void* result, void* env, type_desc** types, void* value)
    {
        Newborn* self = (Newborn*)value;
        rustrt_task_block* task = Descriptors.Caller;
        if (self->Body.drop == 0) Leave(task, self, failed: false);
        else Answer.Call(task, Answer.Catch, self->Body.drop, [(ulong)self->Body.env], &BodyDropped, (ulong)self);
    }

    [UnmanagedCallersOnly]
    private static ulong BodyDropped(rustrt_task_block* task, ulong word, ulong result, ulong failed) =>
        Leave(task, (Newborn*)word, failed != 0);

    /// <summary>What a child that never began leaves behind: the chan just closes.</summary>
    private static ulong Leave(rustrt_task_block* task, Newborn* self, bool failed)
    {
        self->BornInto.Release();
        if (self->Told == null) return failed ? Answer.Fail(task) : 0;
        return Answer.Call(task, 0, LibraryBinding.Api->ChanDrop, [(ulong)self->Told], failed ? &FailOn : null);
    }

    [UnmanagedCallersOnly]
    private static ulong FailOn(rustrt_task_block* task, ulong word, ulong result, ulong failed) =>
        failed != 0 ? 0 : Answer.Fail(task);
}
