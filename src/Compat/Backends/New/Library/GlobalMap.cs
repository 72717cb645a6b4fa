using System.Runtime.InteropServices;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>Values that a kernel has one of, by key: a list, each value in a block of its own.</summary>
internal unsafe struct GlobalMap
{
    public struct Value
    {
        public Value* Next;
        public nint Key;
        public rustcore_global_type* Type;
        public void* Held;
    }

    private Value* _first;

    /// <summary>Of what the exclusive around a map holds: its address.</summary>
    public static Interop.type_desc* Type { get; } = Descriptors.Make<nint>(&Dropped);

    /// <summary>Null: there is none.</summary>
    public readonly Value* Find(nint key)
    {
        for (Value* value = _first; value != null; value = value->Next)
            if (value->Key == key) return value;
        return null;
    }

    public Value* Store(nint key, rustcore_global_type* type, void* held)
    {
        Value* value = Find(key);
        if (value == null)
        {
            value = Blocks.Make<Value>();
            *value = new() { Next = _first, Key = key };
            _first = value;
        }
        value->Type = type;
        value->Held = held;
        return value;
    }

    /// <summary>Gives the value, which is the caller's to end; null: there was none.</summary>
    public void* Take(nint key)
    {
        Value* taken = Find(key);
        if (taken == null) return null;
        if (taken == _first) _first = taken->Next;
        else Before(taken)->Next = taken->Next;
        void* held = taken->Held;
        Blocks.Free(taken);
        return held;
    }

    private readonly Value* Before(Value* value)
    {
        Value* before = _first;
        while (before->Next != value) before = before->Next;
        return before;
    }

    // ---- the end

    [UnmanagedCallersOnly]
    private static void Dropped(void* result, void* env, Interop.type_desc** types, void* map) => EndNext(Descriptors.Caller, *(GlobalMap**)map);

    private static ulong EndNext(Interop.rustrt_task_block* task, GlobalMap* map)
    {
        Value* value = map->_first;
        if (value != null)
        {
            map->_first = value->Next;
            return Answer.Call(task, Answer.Catch, value->Type->destroy, [(ulong)value->Held], &Ended, (ulong)Last(value, map));
        }
        Blocks.Free(map);
        return 0;
    }

    /// <summary>What is being ended remembers its map, where it had its successor.</summary>
    private static Value* Last(Value* value, GlobalMap* map)
    {
        value->Next = (Value*)map;
        return value;
    }

    [UnmanagedCallersOnly]
    private static ulong Ended(Interop.rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        if (failed != 0) Failure.Twice(); // the old map is a C++ object that must not fail while it ends
        GlobalMap* map = (GlobalMap*)((Value*)word)->Next;
        Blocks.Free((Value*)word);
        return EndNext(task, map);
    }
}
