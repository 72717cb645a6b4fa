using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>
/// A spawn, step by step: the spawner's control block, the child's lineage, its scheduler, the task, its start. Whatever fails,
/// the chan and the body end here; therefore every step is caught.
/// </summary>
internal static unsafe class Spawning
{
    private struct Spawn
    {
        public SpawnOptions Options;
        public rustcore_closure Body;
        public delegate*<rustrt_task_block*, nint, bool, ulong> Then;
        public nint With;
        public Lineage Child;
        public fn_env_pair Entry;
        /// <summary>A task that is never started keeps the runtime alive for ever.</summary>
        public bool IsUnkillable;
    }

    /// <summary>
    /// Takes the options' chan and the body whether it fails or not. Then, which gets with and whether the spawn failed, answers;
    /// null: there is no more to it.
    /// </summary>
    public static ulong Begin(rustrt_task_block* task, in SpawnOptions options, rustcore_closure body,
        delegate*<rustrt_task_block*, nint, bool, ulong> then = null, nint with = 0) =>
        Step(Failure.Needed(task), Remember(options, body, then, with), LibraryBinding.Api->LocalGet, [ControlBlock.Key], &ParentFound);

    /// <summary>Fails before it begins.</summary>
    public static ulong Refuse(rustrt_task_block* task, rustcore_closure body, FailurePlace place) =>
        Refuse(Failure.Needed(task), Remember(default, body, null, 0), place);

    private static Spawn* Remember(in SpawnOptions options, rustcore_closure body, delegate*<rustrt_task_block*, nint, bool, ulong> then, nint with)
    {
        Spawn* spawn = (Spawn*)NativeMemory.Alloc((nuint)sizeof(Spawn));
        *spawn = new() { Options = options, Body = body, Then = then, With = with };
        return spawn;
    }

    // ---- the spawner's block

    [UnmanagedCallersOnly]
    private static ulong ParentFound(rustrt_task_block* task, ulong word, ulong box, ulong failed)
    {
        Spawn* spawn = (Spawn*)word;
        if (failed != 0) return Abandon(task, spawn);
        if (box == 0) return Step(task, spawn, LibraryBinding.Api->BoxNew, [(ulong)ControlBlock.Type], &MainBoxMade);
        ((rust_opaque_box*)box)->ref_count--; // the map has its own reference
        return Beget(task, spawn, (rust_opaque_box*)box);
    }

    /// <summary>Nobody spawned this task, which makes it a main task; or its block has ended with others of its data to follow.</summary>
    [UnmanagedCallersOnly]
    private static ulong MainBoxMade(rustrt_task_block* task, ulong word, ulong box, ulong failed)
    {
        Spawn* spawn = (Spawn*)word;
        if (failed != 0) return Abandon(task, spawn);
        ControlBlock.Begin((rust_opaque_box*)box, task, new() { Group = TaskGroup.Make(), IsMain = !LocalMap.IsEnding(task) }, null);
        spawn->Entry.env = (rust_opaque_box*)box;
        return Step(task, spawn, LibraryBinding.Api->LocalSet, [ControlBlock.Key, box], &MainBlockKept);
    }

    [UnmanagedCallersOnly]
    private static ulong MainBlockKept(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        Spawn* spawn = (Spawn*)word;
        return failed != 0 ? Abandon(task, spawn) : Beget(task, spawn, spawn->Entry.env);
    }

    // ---- the child

    private static ulong Beget(rustrt_task_block* task, Spawn* spawn, rust_opaque_box* parent)
    {
        if (!ControlBlock.OfChild(ControlBlock.In(parent), spawn->Options.Linkage, out spawn->Child)) return Refuse(task, spawn, FailurePlace.NoSuchLinkage);
        LibraryBinding.Api->InhibitKill((rust_task*)task);
        spawn->IsUnkillable = true;
        LibraryApi* api = LibraryBinding.Api;
        return spawn->Options.Mode switch
        {
            rustcore_sched_mode.RUSTCORE_DEFAULT_SCHEDULER => OnC(task, spawn, api->NewTask, 0, &TaskMade),
            rustcore_sched_mode.RUSTCORE_CURRENT_SCHEDULER => OnC(task, spawn, api->SchedulerId, 0, &SchedulerFound),
            rustcore_sched_mode.RUSTCORE_EXISTING_SCHEDULER => OnC(task, spawn, api->NewTaskInScheduler, spawn->Options.Argument, &TaskMade),
            rustcore_sched_mode.RUSTCORE_PLATFORM_THREAD => OnC(task, spawn, api->PlatformSchedulerId, 0, &SchedulerFound),
            rustcore_sched_mode.RUSTCORE_SINGLE_THREADED => OnC(task, spawn, api->NewScheduler, 1, &SchedulerFound),
            rustcore_sched_mode.RUSTCORE_THREAD_PER_CORE => OnC(task, spawn, api->ThreadCount, 0, &ThreadsCounted),
            rustcore_sched_mode.RUSTCORE_THREAD_PER_TASK => Refuse(task, spawn, FailurePlace.ThreadPerTask),
            rustcore_sched_mode.RUSTCORE_MANUAL_THREADS => spawn->Options.Argument == 0
                ? Refuse(task, spawn, FailurePlace.NoThread)
                : OnC(task, spawn, api->NewScheduler, spawn->Options.Argument, &SchedulerFound),
            _ => Refuse(task, spawn, FailurePlace.NoSuchMode),
        };
    }

    [UnmanagedCallersOnly]
    private static ulong ThreadsCounted(rustrt_task_block* task, ulong word, ulong threads, ulong failed) =>
        failed != 0 ? Abandon(task, (Spawn*)word) : OnC(task, (Spawn*)word, LibraryBinding.Api->NewScheduler, (nuint)threads, &SchedulerFound);

    [UnmanagedCallersOnly]
    private static ulong SchedulerFound(rustrt_task_block* task, ulong word, ulong scheduler, ulong failed) =>
        failed != 0 ? Abandon(task, (Spawn*)word) : OnC(task, (Spawn*)word, LibraryBinding.Api->NewTaskInScheduler, (nuint)scheduler, &TaskMade);

    [UnmanagedCallersOnly]
    private static ulong TaskMade(rustrt_task_block* task, ulong word, ulong child, ulong failed)
    {
        Spawn* spawn = (Spawn*)word;
        if (failed != 0) return Abandon(task, spawn);
        if (child == 0) return Refuse(task, spawn, FailurePlace.NoSuchScheduler);
        spawn->Entry = new() { env = Newborn.Make(spawn->Child, spawn->Options.Told, spawn->Body) };
        *(nint*)&spawn->Entry.f = Newborn.Entry;
        spawn->Child = default;
        spawn->Options.Told = null;
        spawn->Body = default;
        return Step(task, spawn, LibraryBinding.Api->OnC, [(ulong)LibraryBinding.Api->StartTask, child, (ulong)&spawn->Entry], &Started);
    }

    [UnmanagedCallersOnly]
    private static ulong Started(rustrt_task_block* task, ulong word, ulong result, ulong failed) =>
        failed != 0 ? Abandon(task, (Spawn*)word) : End(task, (Spawn*)word, failed: false);

    // ---- the ends

    private static ulong Refuse(rustrt_task_block* task, Spawn* spawn, FailurePlace place) =>
        Failure.Caught(task, place, &Refused, (ulong)spawn);

    [UnmanagedCallersOnly]
    private static ulong Refused(rustrt_task_block* task, ulong word, ulong result, ulong failed) => Abandon(task, (Spawn*)word);

    private static ulong Abandon(rustrt_task_block* task, Spawn* spawn)
    {
        BeKillable(task, spawn);
        spawn->Child.Release();
        return spawn->Options.Told == null ? DropBody(task, spawn) : Step(task, spawn, LibraryBinding.Api->ChanDrop, [(ulong)spawn->Options.Told], &ChanDropped);
    }

    [UnmanagedCallersOnly]
    private static ulong ChanDropped(rustrt_task_block* task, ulong word, ulong result, ulong failed) => DropBody(task, (Spawn*)word);

    private static ulong DropBody(rustrt_task_block* task, Spawn* spawn) =>
        spawn->Body.drop == 0 ? End(task, spawn, failed: true) : Step(task, spawn, spawn->Body.drop, [(ulong)spawn->Body.env], &BodyDropped);

    [UnmanagedCallersOnly]
    private static ulong BodyDropped(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        if (failed != 0) Failure.Twice();
        return End(task, (Spawn*)word, failed: true);
    }

    private static ulong End(rustrt_task_block* task, Spawn* spawn, bool failed)
    {
        BeKillable(task, spawn);
        var then = spawn->Then;
        nint with = spawn->With;
        NativeMemory.Free(spawn);
        return then != null ? then(task, with, failed) : failed ? Answer.Fail(task) : 0;
    }

    private static void BeKillable(rustrt_task_block* task, Spawn* spawn)
    {
        if (spawn->IsUnkillable) LibraryBinding.Api->AllowKill((rust_task*)task);
        spawn->IsUnkillable = false;
    }

    private static ulong Step(rustrt_task_block* task, Spawn* spawn, nint function, ReadOnlySpan<ulong> arguments,
        delegate* unmanaged<rustrt_task_block*, ulong, ulong, ulong, ulong> next) =>
        Answer.Call(task, Answer.Catch, function, arguments, next, (ulong)spawn);

    private static ulong OnC(rustrt_task_block* task, Spawn* spawn, nint function, nuint argument,
        delegate* unmanaged<rustrt_task_block*, ulong, ulong, ulong, ulong> next) =>
        Step(task, spawn, LibraryBinding.Api->OnC, [(ulong)function, argument, 0], next);
}
