using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>Spawns. Those that take a body come from the router (Router/Rustcore/closures.c), which has it on the caller's stack.</summary>
internal sealed unsafe partial class TaskGroupsService
{
    private static readonly type_desc* s_resultType = Descriptors.Make<int>();

    private struct Attempt
    {
        public rustcore_port* Port;
        public rustcore_chan* Chan;
        public rustcore_closure Body;
        public int Result;
        public bool Failed;
    }

    /// <summary>Hands the router what it calls for the functions that take a body.</summary>
    public static void Fill(LibraryEntries* entries)
    {
        entries->Spawn = Descriptors.Native((nint)(delegate* unmanaged<uint, uint, nuint, rustcore_closure*, void>)&Spawn);
        entries->BuilderSpawn = Descriptors.Native((nint)(delegate* unmanaged<rustcore_builder*, rustcore_closure*, void>)&BuilderSpawn);
        entries->Try = Descriptors.Native((nint)(delegate* unmanaged<rustcore_closure*, ulong>)&Try);
    }

    public rustcore_builder* rustcore_builder_new(rustrt_task_block* caller) => Blocks.Make<rustcore_builder>();

    public void rustcore_builder_drop(rustcore_builder* builder, rustrt_task_block* caller)
    {
        rustcore_chan* told = builder->options.Told;
        Blocks.Free(builder);
        if (told != null) Answer.Call(Failure.Needed(caller), 0, LibraryBinding.Api->ChanDrop, [(ulong)told]);
    }

    public void rustcore_builder_linkage(rustcore_builder* builder, rustcore_linkage linkage, rustrt_task_block* caller)
    {
        if (builder->spawned != 0) Failure.At(caller, FailurePlace.BuilderHasSpawned);
        else builder->options.Linkage = linkage;
    }

    public void rustcore_builder_scheduler(rustcore_builder* builder, rustcore_sched_mode mode, nuint argument, rustrt_task_block* caller)
    {
        if (builder->spawned != 0)
        {
            Failure.At(caller, FailurePlace.BuilderHasSpawned);
            return;
        }
        builder->options.Mode = mode;
        builder->options.Argument = argument;
    }

    public rustcore_port* rustcore_builder_future_result(rustcore_builder* builder, rustrt_task_block* caller)
    {
        if (builder->spawned != 0) Failure.At(caller, FailurePlace.BuilderHasSpawned);
        else if (builder->options.Told != null) Failure.At(caller, FailurePlace.BuilderHasResult);
        else
            Answer.Call(Failure.Needed(caller), 0, LibraryBinding.Api->Stream,
                [(ulong)s_resultType, (ulong)&builder->port, (ulong)&builder->options.Told], &PortMade, (ulong)builder);
        return null;
    }

    [UnmanagedCallersOnly]
    private static ulong PortMade(rustrt_task_block* task, ulong word, ulong result, ulong failed) =>
        failed != 0 ? 0 : (ulong)((rustcore_builder*)word)->port;

    // ---- with a body

    [UnmanagedCallersOnly]
    private static void Spawn(uint linkage, uint mode, nuint argument, rustcore_closure* body) =>
        Spawning.Begin(Descriptors.Caller, new() { Linkage = (rustcore_linkage)linkage, Mode = (rustcore_sched_mode)mode, Argument = argument }, *body);

    [UnmanagedCallersOnly]
    private static void BuilderSpawn(rustcore_builder* builder, rustcore_closure* body)
    {
        if (builder->spawned != 0)
        {
            Spawning.Refuse(Descriptors.Caller, *body, FailurePlace.BuilderHasSpawned);
            return;
        }
        SpawnOptions options = builder->options;
        builder->options.Told = null;
        builder->spawned = 1;
        Spawning.Begin(Descriptors.Caller, options, *body);
    }

    /// <summary>A supervised task, and its end.</summary>
    [UnmanagedCallersOnly]
    private static ulong Try(rustcore_closure* body)
    {
        Attempt* attempt = (Attempt*)NativeMemory.AllocZeroed((nuint)sizeof(Attempt));
        attempt->Body = *body;
        return Answer.Call(Descriptors.Caller, 0, LibraryBinding.Api->Stream,
            [(ulong)s_resultType, (ulong)&attempt->Port, (ulong)&attempt->Chan], &StreamMade, (ulong)attempt);
    }

    [UnmanagedCallersOnly]
    private static ulong StreamMade(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        Attempt* attempt = (Attempt*)word;
        return failed != 0 ? 0
            : Spawning.Begin(task, new() { Linkage = rustcore_linkage.RUSTCORE_SUPERVISED, Told = attempt->Chan }, attempt->Body, &Attempted, (nint)word);
    }

    private static ulong Attempted(rustrt_task_block* task, nint with, bool failed)
    {
        Attempt* attempt = (Attempt*)with;
        return failed ? Over(task, attempt, failed)
            : Answer.Call(task, Answer.Catch, LibraryBinding.Api->Receive, [(ulong)attempt->Port, (ulong)&attempt->Result], &Received, (ulong)attempt);
    }

    [UnmanagedCallersOnly]
    private static ulong Received(rustrt_task_block* task, ulong word, ulong result, ulong failed) => Over(task, (Attempt*)word, failed != 0);

    private static ulong Over(rustrt_task_block* task, Attempt* attempt, bool failed)
    {
        attempt->Failed = failed;
        return Answer.Call(task, 0, LibraryBinding.Api->PortDrop, [(ulong)attempt->Port], &PortDropped, (ulong)attempt);
    }

    [UnmanagedCallersOnly]
    private static ulong PortDropped(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        Attempt attempt = *(Attempt*)word;
        NativeMemory.Free((void*)word);
        return failed != 0 ? 0 : attempt.Failed ? Answer.Fail(task) : attempt.Result == ControlBlock.Success ? 1u : 0;
    }
}
