using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>The service local-data of librustcore.so: managed boxes, and one value per key and task.</summary>
internal sealed unsafe class LocalDataService
{
    /// <summary>What is done to a task's map, which may have to be made first.</summary>
    private struct Use
    {
        public delegate*<rustrt_task_block*, LocalMap*, Use, ulong> Do;
        public nint Key;
        public rust_opaque_box* Value;
        public nint Function;
        public void* Env;
    }

    public rust_opaque_box* rustcore_box_new(type_desc* type, rustrt_task_block* caller)
    {
        Boxes.Make(caller, type);
        return null;
    }

    public rust_opaque_box* rustcore_box_take(rust_opaque_box* box, rustrt_task_block* caller)
    {
        box->ref_count++;
        return box;
    }

    public void rustcore_box_drop(rust_opaque_box* box, rustrt_task_block* caller) => Boxes.Drop(caller, box);

    public rust_opaque_box* rustcore_local_get(void* key, rustrt_task_block* caller) =>
        (rust_opaque_box*)On(caller, new() { Do = &Get, Key = (nint)key });

    public rust_opaque_box* rustcore_local_pop(void* key, rustrt_task_block* caller) =>
        (rust_opaque_box*)On(caller, new() { Do = &Pop, Key = (nint)key });

    public void rustcore_local_set(void* key, rust_opaque_box* value, rustrt_task_block* caller) =>
        On(caller, new() { Do = &Set, Key = (nint)key, Value = value });

    public void rustcore_local_modify(void* key, delegate* unmanaged[Cdecl]<rust_opaque_box*, void*, rust_opaque_box*> f, void* env, rustrt_task_block* caller) =>
        On(caller, new() { Do = &Modify, Key = (nint)key, Function = (nint)f, Env = env });

    private static ulong Get(rustrt_task_block* task, LocalMap* map, Use use)
    {
        rust_opaque_box* value = map->Get(use.Key);
        if (value != null) value->ref_count++;
        return (ulong)value;
    }

    private static ulong Pop(rustrt_task_block* task, LocalMap* map, Use use) => (ulong)map->Pop(use.Key);

    /// <summary>The old value goes last: its glue may use the map.</summary>
    private static ulong Set(rustrt_task_block* task, LocalMap* map, Use use)
    {
        rust_opaque_box* old = map->Put(use.Key, use.Value);
        return old != null ? Boxes.Drop(task, old) : 0;
    }

    /// <summary>The function runs while the slot is free, as it did: it may fail or use the map.</summary>
    private static ulong Modify(rustrt_task_block* task, LocalMap* map, Use use) =>
        Answer.Call(task, 0, use.Function, [(ulong)map->Pop(use.Key), (ulong)use.Env], &Modified, (ulong)use.Key);

    [UnmanagedCallersOnly]
    private static ulong Modified(rustrt_task_block* task, ulong key, ulong value, ulong failed) =>
        failed != 0 || value == 0 ? 0 : On(task, new() { Do = &Set, Key = (nint)key, Value = (rust_opaque_box*)value });

    private static ulong On(rustrt_task_block* task, in Use use)
    {
        LocalMap* map = LocalMap.Of(task);
        if (map != null) return use.Do(task, map, use);
        Use* kept = (Use*)NativeMemory.Alloc((nuint)sizeof(Use));
        *kept = use;
        return LocalMap.Make(task, &Made, (ulong)kept);
    }

    [UnmanagedCallersOnly]
    private static ulong Made(rustrt_task_block* task, ulong word, ulong box, ulong failed)
    {
        Use use = *(Use*)word;
        NativeMemory.Free((void*)word);
        return failed != 0 ? 0 : use.Do(task, LocalMap.Install(task, (rust_opaque_box*)box), use);
    }
}
