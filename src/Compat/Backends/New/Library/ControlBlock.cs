using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>
/// A task's own part in its groups: in its local data under a key that no caller has, and ended with it, after the body. The main
/// task, which nobody spawned, gets one at its first spawn.
/// </summary>
internal unsafe struct ControlBlock
{
    public const int Success = 0, Failure = 1;

    /// <summary>A code address that no function has; nor has it the old library's block.</summary>
    public const ulong Key = unchecked((ulong)-2);

    private bool _isMain;
    private int _end;
    private rustcore_chan* _told;
    private Ancestors* _ancestors;
    private Place* _above;
    private Place _own;

    /// <summary>Of the boxes that blocks lie in.</summary>
    public static type_desc* Type { get; } = Descriptors.Make<ControlBlock>(&Dropped);

    public static ControlBlock* In(rust_opaque_box* box) => (ControlBlock*)(box + 1);

    /// <summary>
    /// Makes a block in a new box of the task's, and takes its places; the end goes to told, which may be null. False: one of
    /// its groups is failing, and the block is to be dropped.
    /// </summary>
    public static bool Begin(rust_opaque_box* box, rustrt_task_block* task, Lineage bornInto, rustcore_chan* told)
    {
        ControlBlock* block = In(box);
        *block = new()
        {
            _isMain = bornInto.IsMain,
            _end = Failure, // until the body is about to run
            _told = told,
            _ancestors = bornInto.Ancestors,
            _own = new() { Task = (rust_task*)task, Group = bornInto.Group },
        };
        if (TaskGroup.Take(&block->_own) != PlaceTaken.Taken) return false;
        if (!Ancestors.TakePlacesBelow(&block->_ancestors, (rust_task*)task, &block->_above)) return false;
        block->_end = Success;
        return true;
    }

    /// <summary>What a child is born into; false: there is no such linkage.</summary>
    public static bool OfChild(ControlBlock* parent, rustcore_linkage linkage, out Lineage child)
    {
        child = linkage switch
        {
            rustcore_linkage.RUSTCORE_LINKED =>
                new() { Group = TaskGroup.Retain(parent->_own.Group), Ancestors = Ancestors.Retain(parent->_ancestors), IsMain = parent->_isMain },
            rustcore_linkage.RUSTCORE_SUPERVISED =>
                new() { Group = TaskGroup.Make(), Ancestors = Ancestors.Make(TaskGroup.Retain(parent->_own.Group), Ancestors.Retain(parent->_ancestors)) },
            rustcore_linkage.RUSTCORE_UNLINKED => new() { Group = TaskGroup.Make() },
            _ => default,
        };
        return child.Group != null;
    }

    /// <summary>The glue: fails the group when the task is failing, leaves all groups, and tells the end last.</summary>
    [UnmanagedCallersOnly]
    private static void Dropped(void* result, void* env, type_desc** types, void* value)
    {
        rustrt_task_block* task = Descriptors.Caller;
        ControlBlock* block = (ControlBlock*)value;
        if (LibraryBinding.Api->IsUnwinding((rust_task*)task) != 0)
        {
            block->_end = Failure;
            TaskGroup.Fail(&block->_own, block->_isMain);
        }
        TaskGroup.Leave(&block->_own);
        Ancestors.LeavePlaces(block->_above);
        Ancestors.Release(block->_ancestors);
        if (block->_told != null)
            Answer.Call(task, 0, LibraryBinding.Api->Send, [(ulong)block->_told, (ulong)&block->_end], &Told, (ulong)block->_told);
    }

    [UnmanagedCallersOnly]
    private static ulong Told(rustrt_task_block* task, ulong chan, ulong result, ulong failed) =>
        failed != 0 ? 0 : Answer.Call(task, 0, LibraryBinding.Api->ChanDrop, [chan]);
}
