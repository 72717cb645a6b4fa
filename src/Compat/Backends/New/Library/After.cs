using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>How an operation goes on when a packet has been left: with a result, maybe another step, or with the failure that it began with.</summary>
internal unsafe struct After
{
    public ulong Result;
    /// <summary>Takes task, <see cref="With"/> and the result, and answers; null: the result is the answer.</summary>
    public delegate*<rustrt_task_block*, nint, ulong, ulong> Then;
    public nint With;
    public bool Fails;

    public readonly ulong Go(rustrt_task_block* task) =>
        Fails ? Answer.Fail(task) : Then != null ? Then(task, With, Result) : Result;
}
