using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>
/// The service global-map of librustcore.so: one map behind one exclusive. The kernel's global-data word holds a reference to it,
/// installed at first use; an exit function takes it out again, ends all values and leaves -1, which crashes whoever comes later.
/// Callbacks run under the lock: one that comes back waits for itself, and when one fails nobody gets in again.
/// </summary>
internal sealed unsafe class GlobalMapService
{
    private const nint Gone = -1;

    private static readonly nint s_end = Descriptors.Native((nint)(delegate* unmanaged<void*, void>)&EndGlobals);

    private struct Use
    {
        public delegate*<rustrt_task_block*, Use*, GlobalMap*, ulong> Do;
        public nint Key;
        public rustcore_global_type* Type;
        public nint Function;
        public void* Env;
        /// <summary>A reference of this use's own.</summary>
        public SharedBlock* Globals;
        public ulong Result;
        public bool Failed;
    }

    public void* rustcore_global_clone_or_create(void* key, rustcore_global_type* type, delegate* unmanaged[Cdecl]<void*, void*> create, void* env, rustrt_task_block* caller)
    {
        Begin(caller, new() { Do = &CloneOrCreate, Key = (nint)key, Type = type, Function = (nint)create, Env = env });
        return null;
    }

    public void* rustcore_global_clone(void* key, rustrt_task_block* caller)
    {
        Begin(caller, new() { Do = &CloneIfThere, Key = (nint)key });
        return null;
    }

    public void rustcore_global_modify(void* key, rustcore_global_type* type, delegate* unmanaged[Cdecl]<void*, void*, void*> f, void* env, rustrt_task_block* caller) =>
        Begin(caller, new() { Do = &Modify, Key = (nint)key, Type = type, Function = (nint)f, Env = env });

    // ---- what is done with the map

    private static ulong CloneOrCreate(rustrt_task_block* task, Use* use, GlobalMap* map)
    {
        GlobalMap.Value* found = map->Find(use->Key);
        return found != null ? Clone(task, use, found) : Answer.Call(task, Answer.Catch, use->Function, [(ulong)use->Env], &Created, (ulong)use);
    }

    [UnmanagedCallersOnly]
    private static ulong Created(rustrt_task_block* task, ulong word, ulong value, ulong failed)
    {
        Use* use = (Use*)word;
        return failed != 0 ? Leave(task, use, 0, failed: true) : Clone(task, use, MapOf(use)->Store(use->Key, use->Type, (void*)value));
    }

    private static ulong CloneIfThere(rustrt_task_block* task, Use* use, GlobalMap* map)
    {
        GlobalMap.Value* found = map->Find(use->Key);
        return found != null ? Clone(task, use, found) : Leave(task, use, 0, failed: false);
    }

    private static ulong Clone(rustrt_task_block* task, Use* use, GlobalMap.Value* found) =>
        Answer.Call(task, Answer.Catch, found->Type->clone, [(ulong)found->Held], &Cloned, (ulong)use);

    [UnmanagedCallersOnly]
    private static ulong Cloned(rustrt_task_block* task, ulong word, ulong clone, ulong failed) => Leave(task, (Use*)word, clone, failed != 0);

    private static ulong Modify(rustrt_task_block* task, Use* use, GlobalMap* map) =>
        Answer.Call(task, Answer.Catch, use->Function, [(ulong)map->Take(use->Key), (ulong)use->Env], &Modified, (ulong)use);

    [UnmanagedCallersOnly]
    private static ulong Modified(rustrt_task_block* task, ulong word, ulong value, ulong failed)
    {
        Use* use = (Use*)word;
        if (failed == 0 && value != 0) MapOf(use)->Store(use->Key, use->Type, (void*)value);
        return Leave(task, use, 0, failed != 0);
    }

    private static GlobalMap* MapOf(Use* use) => *(GlobalMap**)SharedBlock.ValueOf(use->Globals);

    // ---- the word

    private static ulong Begin(rustrt_task_block* task, in Use use)
    {
        Failure.Needed(task);
        Use* kept = (Use*)NativeMemory.Alloc((nuint)sizeof(Use));
        *kept = use;
        return Answer.Call(task, 0, LibraryBinding.Api->OnC, [(ulong)LibraryBinding.Api->GlobalData, 0, 0], &WordFound, (ulong)kept);
    }

    [UnmanagedCallersOnly]
    private static ulong WordFound(rustrt_task_block* task, ulong word, ulong at, ulong failed)
    {
        if (failed != 0) return 0;
        Use* use = (Use*)word;
        ref nint globals = ref *(nint*)at;
        use->Globals = (SharedBlock*)Volatile.Read(ref globals);
        if (use->Globals != null) return Enter(task, use);
        use->Globals = NewMap();
        nint other = Interlocked.CompareExchange(ref globals, (nint)use->Globals, 0);
        if (other == 0) return Answer.Call(task, 0, LibraryBinding.Api->AtExit, [(ulong)s_end], &Installed, (ulong)use);
        SharedBlock* unused = use->Globals;
        use->Globals = (SharedBlock*)other;
        return SharedBlock.Release(task, unused, &UnusedDropped, (nint)use);
    }

    private static SharedBlock* NewMap()
    {
        GlobalMap* map = Blocks.Make<GlobalMap>();
        SharedBlock* made = SharedBlock.Make(GlobalMap.Type, &map);
        made->Lock = LibraryBinding.Api->LockCreate();
        return made;
    }

    [UnmanagedCallersOnly]
    private static ulong Installed(rustrt_task_block* task, ulong word, ulong result, ulong failed) => failed != 0 ? 0 : Enter(task, (Use*)word);

    private static ulong UnusedDropped(rustrt_task_block* task, nint with, bool failed)
    {
        Use* use = (Use*)with;
        if ((nint)use->Globals != Gone) return Enter(task, use);
        NativeMemory.Free(use);
        return Failure.At(task, FailurePlace.GlobalsGone);
    }

    /// <summary>The exit function: takes the word's reference out.</summary>
    [UnmanagedCallersOnly]
    private static void EndGlobals(void* env) =>
        Answer.Call(Descriptors.Caller, 0, LibraryBinding.Api->OnC, [(ulong)LibraryBinding.Api->GlobalData, 0, 0], &WordOfEndFound);

    [UnmanagedCallersOnly]
    private static ulong WordOfEndFound(rustrt_task_block* task, ulong word, ulong at, ulong failed) =>
        failed != 0 ? 0 : SharedBlock.Release(task, (SharedBlock*)Interlocked.Exchange(ref *(nint*)at, Gone));

    // ---- the section

    private static ulong Enter(rustrt_task_block* task, Use* use)
    {
        SharedBlock.Retain(use->Globals);
        Section.Enter(task, use->Globals->Lock);
        if (use->Globals->Poisoned) return Failure.Caught(task, FailurePlace.PoisonedExclusive, &Refused, (ulong)use);
        use->Globals->Poisoned = true; // unless all goes well
        return use->Do(task, use, MapOf(use));
    }

    [UnmanagedCallersOnly]
    private static ulong Refused(rustrt_task_block* task, ulong word, ulong result, ulong failed) => Leave(task, (Use*)word, 0, failed: true);

    private static ulong Leave(rustrt_task_block* task, Use* use, ulong result, bool failed)
    {
        use->Result = result;
        use->Failed = failed;
        if (!failed) use->Globals->Poisoned = false;
        Section.Leave(task, use->Globals->Lock);
        return SharedBlock.Release(task, use->Globals, &Over, (nint)use);
    }

    private static ulong Over(rustrt_task_block* task, nint with, bool failed)
    {
        Use use = *(Use*)with;
        NativeMemory.Free((void*)with);
        if (failed && use.Failed) Failure.Twice();
        return failed || use.Failed ? Answer.Fail(task) : use.Result;
    }
}
