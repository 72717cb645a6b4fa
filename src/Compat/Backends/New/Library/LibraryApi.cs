using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>What the router of librustcore.so hands to C#: rustrt_library_api in Router/Rustrt/companion.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct LibraryApi
{
    public const uint Current = 5;

    public uint Version, Size;
    /// <summary>The exports of this library, by symbol index.</summary>
    public nint* Entries;
    /// <summary>On a task's Rust stack: the next event. Fails when the task was killed.</summary>
    public nint Wait;
    /// <summary>On the same stack: uint64_t (void *function, uint64_t, uint64_t), which calls the function on the C stack.</summary>
    public nint OnC;
    /// <summary>rust_upcall_fail.</summary>
    public nint Fail;
    public delegate* unmanaged<rust_task*, void*, void> Signal;
    public delegate* unmanaged<rust_task*, void> Ref;
    public delegate* unmanaged<rust_task*, void> Deref;
    public delegate* unmanaged<rust_task*, void> ClearEvent;
    public delegate* unmanaged<rust_task*, byte> IsUnwinding;
    public delegate* unmanaged<rust_task*, void> InhibitKill, AllowKill, InhibitYield, AllowYield;
    public delegate* unmanaged<rust_task*, void> KillOther, KillAll;
    public delegate* unmanaged<rust_task*, void*> LocalData;
    public delegate* unmanaged<rust_task*, void*, void> SetLocalData;
    public delegate* unmanaged<rust_task*, nint, void> LocalDataAtExit;
    public delegate* unmanaged<rust_lock*> LockCreate;
    public delegate* unmanaged<rust_lock*, void> LockDestroy, Lock, Unlock;
    public nint Yield, Malloc, Free;
    /// <summary>To be called on the C stack, as the next ones.</summary>
    public nint RandomNew, RandomNext, RandomFree, RegisterExitFunction, GlobalData;
    public nint NewTask, NewTaskInScheduler, StartTask, NewScheduler, ThreadCount, SchedulerId, PlatformSchedulerId, TaskId, IncrementLiveCount, DecrementLiveCount;
    public nint BoxNew, BoxDrop, LocalGet, LocalSet;
    public nint OneShot, SendOne, ReceiveOne, ChanOneDrop, PortOneDrop;
    public nint Stream, Send, Receive, ChanDrop;
    public nint ExclusiveNew, ExclusiveClone, ExclusiveDrop, ExclusiveWith;
    public nint Select, PortDrop;
    public nint SharedChanNew, SharedChanClone, SharedChanSend, SharedChanDrop, GlobalClone, GlobalCloneOrCreate;
    public nint Peek, TrySend, TryReceiveOne, SelectOne, Weaken;
    public nint TryReceive;
    /// <summary>A body for rustcore_exclusive_with: the send of a shared chan.</summary>
    public nint SendLocked;
    /// <summary>What the runtime calls at the end of a task that has local data: lets go of its map, on the Rust stack.</summary>
    public nint LocalCleanup;
    /// <summary>Of the value of such an exclusive: a chan.</summary>
    public ulong ChanType;
    /// <summary>Put there by rustcore_start.</summary>
    public rustcore_closure* MainBody;
    /// <summary>A task's body: runs the block of a <see cref="BareThread"/> on an OS thread and tells its end.</summary>
    public nint JoinBareThread;
    /// <summary>rustcore_at_exit, of a closure without environment.</summary>
    public nint AtExit;
    /// <summary>Of messages that only tell that they came.</summary>
    public ulong Nothing;
    /// <summary>What I/O asks of rustrt.h.</summary>
    public LibraryUv* Uv;
    /// <summary>On the C stack of a task: void (void (*function)(void *), void *), which calls the function on the Rust stack, where a failure aborts.</summary>
    public nint OnRust;
    /// <summary>Of a loop, on the C stack.</summary>
    public nint RunLoop, OpenHandles;
    /// <summary>Spawns of a closure by its address, which they take; the first one's task, whose linkage it is given, has a thread of its own.</summary>
    public nint SpawnOnThread, Spawn, SpawnUnlinked;
    /// <summary>What C# fills in.</summary>
    public LibraryEntries* Mine;
}

/// <summary>Of the functions of which something lies on the caller's stack: rustrt_library_entries in Router/Rustrt/companion.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LibraryEntries
{
    public nint Spawn, BuilderSpawn, Try, AtExit, Main, TcpListen;
}
