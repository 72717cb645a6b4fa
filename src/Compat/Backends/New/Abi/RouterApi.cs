using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>What the router hands to C# when the new backend is bound: router_api in Router/Rustrt/router_api.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct RouterApi
{
    public uint Version, Size;
    /// <summary>Switches to a task's stack; returns why it left (<see cref="Left"/>).</summary>
    public delegate* unmanaged<rustrt_task_block*, int> Resume;
    /// <summary>A stack reservation with its task block; null when the machine refuses more memory.</summary>
    public delegate* unmanaged<nuint, rustrt_task_block*> TaskNew;
    /// <summary>Where a prepared task begins; see <see cref="TaskStack"/>.</summary>
    public nint TaskEntry;
    public delegate* unmanaged<rustrt_task_block*, void> TaskFree;
    public delegate* unmanaged<UpcomingTasks*> ThreadInit;
    public delegate* unmanaged<RouterHost*> Host;
    public delegate* unmanaged<void*, int> OnOwnStack;
    public delegate* unmanaged<ulong> LimitWord;
    public delegate* unmanaged<ulong, void> SetLimitWord;
    /// <summary>Start routine of a raw thread: calls a closure's function with (NULL, env, NULL).</summary>
    public nint RawThreadMain;
    /// <summary>The exports of the new backend, by symbol index.</summary>
    public nint* Entries;
    public nint* ExchangeCount;
    /// <summary>To be set before started tasks are looked for to be killed.</summary>
    public uint* KernelKilled;
    /// <summary>Calls inside the runtime, [unit][backend]; null when nobody counts.</summary>
    public long* InternalCalls;
    public rustrt_core* Core;
    /// <summary>Of the units that the legacy backend serves.</summary>
    public rustrt_seams* Seams;
    /// <summary>By unit: non-zero when this backend serves it.</summary>
    public fixed byte IsNew[Slots];
    /// <summary>A C# function as a native one that may be called on any stack; the call becomes an upcall.</summary>
    public delegate* unmanaged<nint, nint> Wrap;
    /// <summary>uint64_t (uint64_t registers[8]), to be called on a task's stack: its registers; returns its stack pointer.</summary>
    public nint ReadRegisters;
    /// <summary>Glue of a value without content.</summary>
    public nint NoGlue;
    /// <summary>Tasks are born with a part of their stack for C code (Router/Rustrt/segments.c).</summary>
    public int SegmentsImported;
    /// <summary>Stack sizes with which no task can have a stack end the process.</summary>
    public delegate* unmanaged<rustrt_environment*, void> CheckStackSizes;

    private const int Slots = 24;

    /// <summary>The seam of a unit that the legacy backend serves; null when this one does.</summary>
    public readonly void* LegacySeam(rustrt_unit unit) => IsNew[(int)unit] != 0 ? null : ((void**)Seams)[(int)unit];
}

/// <summary>What C# gives back: router_new_table in Router/Rustrt/router_api.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct RouterNew
{
    public delegate* unmanaged<void> Use;
    public delegate* unmanaged<rustrt_task_block*, ulong, ulong> TaskEnding;
    public delegate* unmanaged<rustrt_task_block*, ulong, ulong, ulong, ulong> YieldRefused;
    public delegate* unmanaged<rustrt_task_block*, nint, void> Wake;
    public delegate* unmanaged<rustrt_task_block*, rustrt_task_block*, nint, void> Signal;
    public delegate* unmanaged<rustrt_task_block*, rustrt_task_block*, fn_env_pair*, void> Start;
    public delegate* unmanaged<int, nint, nint, nint, void> Hooks;
    public delegate* unmanaged<rustrt_task_block*, nint, ulong> SegmentBegin;
    public delegate* unmanaged<rustrt_task_block*, stk_seg*> SegmentTop;
    public delegate* unmanaged<rustrt_task_block*, nuint, void*, nuint, ulong> SegmentGrow;
    public delegate* unmanaged<rustrt_task_block*, ulong> SegmentShrink;
    public delegate* unmanaged<rustrt_task_block*, nint, ulong> SegmentReset;
    public delegate* unmanaged<rustrt_task_block*, ulong> SegmentFreeSpares;
    public delegate* unmanaged<rustrt_task_block*, nint, ulong> SegmentUnwound;
    public delegate* unmanaged<rustrt_task_block*, void> SegmentEnd;
    public delegate* unmanaged<int, nint, nint, void> RunHooks;
    public delegate* unmanaged<rustrt_task_block*, int, void> SetExitStatus;
    public delegate* unmanaged<rustrt_task_block*, ulong> Raise;
    /// <summary>Does nothing: what memory a thread's first entry takes, it has then.</summary>
    public delegate* unmanaged<void> Enter;
    /// <summary>By unit: the table of a seam's functions, which the router wraps.</summary>
    public rustrt_seams Seams;
    /// <summary>void (void): writes what the log still holds; 0 when it holds nothing.</summary>
    public nint FlushLog;
    public nint IoNext, IoAbandon;
    public nint LineRound, LineCandidate, HistoryLine, HistorySize;
    /// <summary>Binds the entries of librustcore.so.</summary>
    public delegate* unmanaged<Library.LibraryApi*, void> Library;
}

/// <summary>The router's record of an OS thread: rustrt_host in rustrt_core.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct RouterHost
{
    public nint Sp;
    public rustrt_task_block* Current;
    public uint OnTask, Depth;
    public nint Eh, Lo, Hi;
    public ulong Control;
}

/// <summary>Tasks whose turns come next on a thread: router_upcoming in Router/Rustrt/router_api.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct UpcomingTasks
{
    public rustrt_task_block* First, Last;
    /// <summary>How often a task that waits or yields may give its turn to the first of them.</summary>
    public uint HandOvers;
    /// <summary>How often that was done in this turn.</summary>
    public uint Handed;
    /// <summary>Who has the turn, if it was handed over.</summary>
    public rustrt_task_block* Running;
}

/// <summary>Why a task left its stack.</summary>
internal static class Left
{
    public const int Ended = 0, Yield = 1, Wait = 2, Block = 3;
}

/// <summary>Bits of <see cref="CoreWords.State"/>.</summary>
internal static class TaskState
{
    public const int Event = 1, Waiting = 2, Killed = 4, Permit = 8, Blocked = 16, Locked = 32;
}

/// <summary>What <see cref="CoreWords.Life"/> says.</summary>
internal static class TaskLife
{
    public const int Newborn = 0, Started = 1, Dead = 2;
}

/// <summary>The new core's private words of a task block: new_core_words in Router/Rustrt/router_api.h.</summary>
[StructLayout(LayoutKind.Explicit, Size = 128)]
internal unsafe struct CoreWords
{
    [FieldOffset(0)] public nint Sp;
    [FieldOffset(8)] public ulong Limit;
    [FieldOffset(16)] public ulong Result;
    [FieldOffset(24)] public nint Eh0;
    [FieldOffset(32)] public nint Eh1;
    [FieldOffset(40)] public int State;
    [FieldOffset(44)] public uint Unkillable;
    [FieldOffset(48)] public nint Event;
    [FieldOffset(64)] public nint Body;
    [FieldOffset(72)] public rust_opaque_box* Env;
    [FieldOffset(80)] public nint Arg;
    /// <summary>The record of the thread that alone may run it (<see cref="RouterApi.Host"/>), where the router may start it.</summary>
    [FieldOffset(88)] public RouterHost* Home;
    /// <summary>In the list of the woken.</summary>
    [FieldOffset(96)] public rustrt_task_block* Next;
    [FieldOffset(104)] public ulong Handle;
    /// <summary>Where the annihilator stands, if an end without failure is nothing but its call (Router/Rustrt/core.c).</summary>
    [FieldOffset(112)] public nint* PlainEnding;
    /// <summary><see cref="TaskLife"/>.</summary>
    [FieldOffset(120)] public int Life;
    [FieldOffset(124)] public uint Unyieldable;

    /// <summary>The words of a task.</summary>
    public static CoreWords* Of(rustrt_task_block* task) => (CoreWords*)((byte*)task + 560);

    /// <inheritdoc cref="Of(rustrt_task_block*)"/>
    public static CoreWords* Of(rust_task* task) => (CoreWords*)((byte*)task + 560);
}

/// <summary>What the new side keeps of a task's stack: stack_words in Router/Rustrt/router_api.h. With stacks of the old side only
/// the first five words mean anything here.</summary>
[StructLayout(LayoutKind.Explicit, Size = 64)]
internal unsafe struct StackWords
{
    /// <summary>Not 0 while something waits for the end of the turn: cached stack segments (1), or what is the router's.</summary>
    [FieldOffset(0)] public uint Spares;
    [FieldOffset(4)] public uint Reentered;
    [FieldOffset(8)] public ulong RustLimit;
    /// <summary>Not 0 while the task holds a C stack.</summary>
    [FieldOffset(16)] public uint CDepth;
    /// <summary>1 once it began failing.</summary>
    [FieldOffset(20)] public uint Unwinding;
    /// <summary>Where its next call on the C stack begins; 0: in place.</summary>
    [FieldOffset(24)] public nint CSp;
    [FieldOffset(32)] public nint RustSp;
    /// <summary>The C stack is what lies below this,</summary>
    [FieldOffset(40)] public nint CTop;
    /// <summary>down to this.</summary>
    [FieldOffset(48)] public nint CLow;
    /// <summary>The end of the first segment.</summary>
    [FieldOffset(56)] public nint Top;

    /// <summary>The words of a task.</summary>
    public static StackWords* Of(rustrt_task_block* task) => (StackWords*)((byte*)task + 688);

    /// <inheritdoc cref="Of(rustrt_task_block*)"/>
    public static StackWords* Of(rust_task* task) => (StackWords*)((byte*)task + 688);
}
