using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>
/// Answers whose continuation is a managed function with one word of its own. Every call is caught, so what is to be undone is undone
/// by whoever goes on.
/// </summary>
internal static unsafe class Steps
{
    private struct Kept
    {
        public delegate*<rustrt_task_block*, nint, ulong, bool, ulong> Then;
        public nint With;
    }

    private struct Last
    {
        public delegate*<rustrt_task_block*, nint, ulong> Then;
        public nint With;
    }

    /// <summary>Calls the function; then gets with, its result, and whether it failed.</summary>
    public static ulong Call(rustrt_task_block* task, nint function, ReadOnlySpan<ulong> arguments,
        delegate*<rustrt_task_block*, nint, ulong, bool, ulong> then, void* with)
    {
        Kept* kept = (Kept*)NativeMemory.Alloc((nuint)sizeof(Kept));
        *kept = new() { Then = then, With = (nint)with };
        return Answer.Call(task, Answer.Catch, function, arguments, &Called, (ulong)kept);
    }

    /// <summary>Calls what the old library calls in a destructor: a failure ends the process.</summary>
    public static ulong Drop(rustrt_task_block* task, nint function, void* argument, delegate*<rustrt_task_block*, nint, ulong> then, void* with)
    {
        Last* last = (Last*)NativeMemory.Alloc((nuint)sizeof(Last));
        *last = new() { Then = then, With = (nint)with };
        return Answer.Call(task, Answer.Catch, function, [(ulong)argument], &Dropped, (ulong)last);
    }

    /// <summary>From a callback on the C stack: calls the function on the Rust stack, where a failure aborts.</summary>
    public static ulong OnRust(rustrt_task_block* task, nint function, void* argument) =>
        Answer.Call(task, 0, LibraryBinding.Api->OnRust, [(ulong)function, (ulong)argument]);

    /// <summary>The end of an operation.</summary>
    public static ulong End(rustrt_task_block* task, bool failed, ulong result = 0) => failed ? Answer.Fail(task) : result;

    [UnmanagedCallersOnly]
    private static ulong Called(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        Kept kept = *(Kept*)word;
        NativeMemory.Free((void*)word);
        return kept.Then(task, kept.With, result, failed != 0);
    }

    [UnmanagedCallersOnly]
    private static ulong Dropped(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        if (failed != 0) Failure.Twice();
        Last last = *(Last*)word;
        NativeMemory.Free((void*)word);
        return last.Then(task, last.With);
    }
}
