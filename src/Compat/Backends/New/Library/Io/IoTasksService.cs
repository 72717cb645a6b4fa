using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>The service io-tasks of librustcore.so: loops on tasks of their own, and what is run on them. A reference is an exclusive.</summary>
internal sealed unsafe class IoTasksService
{
    public rustcore_iotask* rustcore_iotask_spawn(rustrt_task_block* caller)
    {
        IoLoop.Begin(Failure.Needed(caller), rustcore_linkage.RUSTCORE_LINKED, weak: false, &Begun, null);
        return null;
    }

    public rustcore_iotask* rustcore_iotask_global(rustrt_task_block* caller)
    {
        GlobalLoop.Find(Failure.Needed(caller));
        return null;
    }

    public rustcore_iotask* rustcore_iotask_clone(rustcore_iotask* io, rustrt_task_block* caller)
    {
        Answer.Call(Failure.Needed(caller), 0, LibraryBinding.Api->ExclusiveClone, [(ulong)io]);
        return null;
    }

    public void rustcore_iotask_drop(rustcore_iotask* io, rustrt_task_block* caller) =>
        Answer.Call(Failure.Needed(caller), 0, LibraryBinding.Api->ExclusiveDrop, [(ulong)io]);

    public void rustcore_iotask_interact(rustcore_iotask* io, delegate* unmanaged[Cdecl]<void*, void*, void> f, void* env,
        delegate* unmanaged[Cdecl]<void*, void> drop, rustrt_task_block* caller)
    {
        IoJob* job = Blocks.Make<IoJob>();
        *job = new() { Run = &Interact, DropSubject = drop != null ? &DropEnvironment : null, Subject = env, Function = (nint)f, DropFunction = (nint)drop };
        IoJob.Post(Failure.Needed(caller), io, job, &Posted, null);
    }

    public void rustcore_iotask_exit(rustcore_iotask* io, rustrt_task_block* caller) => IoJob.PostExit(Failure.Needed(caller), io, &Posted, null);

    private static ulong Begun(rustrt_task_block* task, nint with, ulong reference, bool failed) => Steps.End(task, failed, reference);

    private static ulong Posted(rustrt_task_block* task, nint with, bool failed) => Steps.End(task, failed);

    private static ulong Interact(rustrt_task_block* task, IoJob* job) =>
        Steps.Call(task, job->Function, [(ulong)job->Loop->Uv, (ulong)job->Subject], &Interacted, job);

    private static ulong Interacted(rustrt_task_block* task, nint job, ulong result, bool failed) => IoLoop.Done(task, (IoJob*)job, failed);

    private static ulong DropEnvironment(rustrt_task_block* task, IoJob* job, delegate*<rustrt_task_block*, nint, ulong> then, void* with) =>
        Steps.Drop(task, job->DropFunction, job->Subject, then, with);
}
