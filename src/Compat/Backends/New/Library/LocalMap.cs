using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>
/// A task's local data, which its one pointer leads to: a managed box with the growable list of its slots, laid out as in
/// legacy/core/src/local_data/map.h, for task groups of the old side look at its mark. Made at first use; from then on the runtime
/// ends it after the body, and a failing main task no longer fails the kernel by itself (observed-behaviour.md section 7).
/// </summary>
internal unsafe struct LocalMap
{
    private struct Slot
    {
        public nint Key;
        /// <summary>Null: the slot is free.</summary>
        public rust_opaque_box* Value;
    }

    private struct Ending
    {
        public LocalMap* Map;
        public nuint Index;
    }

    /// <summary>A vector as the C++ library lays it out; the room is one block of the exchange heap.</summary>
    private Slot* _begin, _end, _endOfRoom;
    private byte _ending;

    private static readonly type_desc* s_type = Descriptors.Make<LocalMap>(&Dropped);

    private static rust_opaque_box* BoxOf(rustrt_task_block* task) => (rust_opaque_box*)LibraryBinding.Api->LocalData((rust_task*)Failure.Needed(task));

    private static LocalMap* In(rust_opaque_box* box) => (LocalMap*)(box + 1);

    /// <summary>Is this task past its body? Without a map it is not.</summary>
    public static bool IsEnding(rustrt_task_block* task)
    {
        rust_opaque_box* box = BoxOf(task);
        return box != null && In(box)->_ending != 0;
    }

    /// <summary>The task's; null: it is not made yet.</summary>
    public static LocalMap* Of(rustrt_task_block* task)
    {
        rust_opaque_box* box = BoxOf(task);
        return box != null ? In(box) : null;
    }

    /// <summary>Makes the task's: calls k, which has to <see cref="Install"/> what it gets.</summary>
    public static ulong Make(rustrt_task_block* task, delegate* unmanaged<rustrt_task_block*, ulong, ulong, ulong, ulong> k, ulong word) =>
        Boxes.Make(task, s_type, k, word);

    public static LocalMap* Install(rustrt_task_block* task, rust_opaque_box* box)
    {
        *In(box) = default;
        LibraryBinding.Api->SetLocalData((rust_task*)task, box);
        LibraryBinding.Api->LocalDataAtExit((rust_task*)task, LibraryBinding.Api->LocalCleanup);
        return In(box);
    }

    /// <summary>Borrowed; null: none.</summary>
    public rust_opaque_box* Get(nint key)
    {
        Slot* slot = Find(key);
        return slot != null ? slot->Value : null;
    }

    /// <summary>Takes a reference, which goes into the key's slot, the first free one or a new one. Gives the old value's or null.</summary>
    public rust_opaque_box* Put(nint key, rust_opaque_box* value)
    {
        Slot* slot = Find(key);
        if (slot == null) slot = Free();
        rust_opaque_box* old = slot->Value;
        *slot = new() { Key = key, Value = value };
        return old;
    }

    /// <summary>Gives the map's reference or null.</summary>
    public rust_opaque_box* Pop(nint key)
    {
        Slot* slot = Find(key);
        return slot != null ? Take(slot) : null;
    }

    private static rust_opaque_box* Take(Slot* slot)
    {
        rust_opaque_box* value = slot->Value;
        slot->Value = null;
        return value;
    }

    private readonly Slot* Find(nint key)
    {
        for (Slot* slot = _begin; slot < _end; slot++)
            if (slot->Value != null && slot->Key == key) return slot;
        return null;
    }

    private Slot* Free()
    {
        for (Slot* slot = _begin; slot < _end; slot++)
            if (slot->Value == null) return slot;
        if (_end == _endOfRoom) Grow();
        return _end++;
    }

    private void Grow()
    {
        nuint count = (nuint)(_end - _begin), room = nuint.Max(1, 2 * count);
        Slot* wider = (Slot*)Blocks.Allocate(room * (nuint)sizeof(Slot));
        NativeMemory.Copy(_begin, wider, count * (nuint)sizeof(Slot));
        if (_begin != null) Blocks.Free(_begin);
        _begin = wider;
        _end = wider + count;
        _endOfRoom = wider + room;
    }

    // ---- the end

    /// <summary>The glue. What the glue of values stores meanwhile follows, or is left to the annihilator when it went into a slot that is over.</summary>
    [UnmanagedCallersOnly]
    private static void Dropped(void* result, void* env, type_desc** types, void* value)
    {
        LocalMap* map = (LocalMap*)value;
        map->_ending = 1;
        Ending* ending = (Ending*)NativeMemory.Alloc((nuint)sizeof(Ending));
        *ending = new() { Map = map };
        DropNext(Descriptors.Caller, (nint)ending, failed: false);
    }

    private static ulong DropNext(rustrt_task_block* task, nint word, bool failed)
    {
        if (failed) Failure.Twice(); // the old map is a C++ object that must not fail while it ends
        Ending* ending = (Ending*)word;
        LocalMap* map = ending->Map;
        while (map->_begin + ending->Index < map->_end)
        {
            rust_opaque_box* value = Take(map->_begin + ending->Index++);
            if (value != null) return Boxes.Drop(task, value, &DropNext, word);
        }
        NativeMemory.Free(ending);
        if (map->_begin != null) Blocks.Free(map->_begin);
        map->_begin = map->_end = map->_endOfRoom = null;
        return 0;
    }
}
