using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>
/// How C# answers an upcall. To return is the default; the others are carried out by the router on the task's stack after
/// the upcall has returned, so an answer is always the last thing an upcall does. What must be remembered over a call or a
/// park is a continuation and one word, never a C# local: no managed frame may lie below a running task.
/// </summary>
internal static unsafe class Answer
{
    private const uint Park_ = 1, Fail_ = 2, Call_ = 3;

    /// <summary>The continuation learns of a failure of the callee (failed = 1); without it the failure passes on and the
    /// continuation is told to clean up (failed = 2).</summary>
    public const uint Catch = 1;

    /// <summary>The callee runs as if on the C stack: stack-limit word 0.</summary>
    public const uint OnC = 2;

    /// <summary>The callee runs on the Rust stack, re-entered from C: kills wait until it has returned.</summary>
    public const uint Reenters = 4;

    /// <summary>Suspends the task until the core's wake; then k, or without it the caller, gets the waker's value.</summary>
    public static ulong Park(rustrt_task_block* task,
        delegate* unmanaged<rustrt_task_block*, ulong, ulong, ulong, ulong> k = null, ulong word = 0)
    {
        task->action = Park_;
        task->k = k;
        task->word = word;
        return 0;
    }

    /// <summary>The task fails: it unwinds from the caller's frame on.</summary>
    public static ulong Fail(rustrt_task_block* task)
    {
        task->action = Fail_;
        return 0;
    }

    /// <summary>Calls fn(arguments) on the task's stack; k(task, word, result, failed) gets its result.</summary>
    public static ulong Call(rustrt_task_block* task, uint flags, nint fn, ReadOnlySpan<ulong> arguments,
        delegate* unmanaged<rustrt_task_block*, ulong, ulong, ulong, ulong> k = null, ulong word = 0)
    {
        task->call_fn = (void*)fn;
        for (int i = 0; i < arguments.Length; i++) task->call_arg[i] = arguments[i];
        task->k = k;
        task->word = word;
        task->flags = flags;
        task->action = Call_;
        return 0;
    }
}
