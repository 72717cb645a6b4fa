using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>
/// The service exit-functions of librustcore.so. The runtime keeps pointers to entries and gives them all to one runner, which is a
/// task of its own. The order is a random one, seeded by RUST_SEED like every generator, so that no exit function relies on another.
/// </summary>
internal sealed unsafe class ExitFunctionsService
{
    /// <summary>The runtime's entry comes first: the runner gets back to the body from it.</summary>
    private struct ExitFunction
    {
        public fn_env_pair Entry;
        public rustcore_closure Body;
    }

    private struct Run
    {
        public ExitFunction** All;
        public nuint Count, Left;
        public ulong Generator;
    }

    private static readonly nint s_runner = Descriptors.Native((nint)(delegate* unmanaged<void*, rust_opaque_box*, void*, void>)&RunAll);

    /// <summary>Hands the router what it calls for rustcore_at_exit.</summary>
    public static void Fill(LibraryEntries* entries) => entries->AtExit = Descriptors.Native((nint)(delegate* unmanaged<rustcore_closure*, void>)&Register);

    /// <summary>Takes the body. Then k answers; null: there is no more to it.</summary>
    public static ulong Register(rustrt_task_block* task, rustcore_closure body, delegate* unmanaged<rustrt_task_block*, ulong, ulong, ulong, ulong> k = null, ulong word = 0)
    {
        ExitFunction* registered = Blocks.Make<ExitFunction>();
        registered->Body = body;
        return OnC(task, LibraryBinding.Api->RegisterExitFunction, (ulong)s_runner, (ulong)&registered->Entry, k, word);
    }

    [UnmanagedCallersOnly]
    private static void Register(rustcore_closure* body) => Register(Descriptors.Caller, *body);

    // ---- the runner

    [UnmanagedCallersOnly]
    private static void RunAll(void* result, rust_opaque_box* env, void* argument)
    {
        exit_functions* registered = (exit_functions*)argument;
        Run* run = (Run*)NativeMemory.Alloc((nuint)sizeof(Run));
        *run = new() { Count = registered->count, Left = registered->count };
        run->All = (ExitFunction**)Blocks.Allocate(run->Count * (nuint)sizeof(nint));
        NativeMemory.Copy(registered->start, run->All, run->Count * (nuint)sizeof(nint));
        OnC(Descriptors.Caller, LibraryBinding.Api->RandomNew, 0, 0, &GeneratorMade, (ulong)run);
    }

    [UnmanagedCallersOnly]
    private static ulong GeneratorMade(rustrt_task_block* task, ulong word, ulong generator, ulong failed)
    {
        if (failed != 0) return 0;
        Run* run = (Run*)word;
        run->Generator = generator;
        return Shuffle(task, run);
    }

    private static ulong Shuffle(rustrt_task_block* task, Run* run) => run->Left > 1
        ? OnC(task, LibraryBinding.Api->RandomNext, run->Generator, 0, &Drawn, (ulong)run)
        : OnC(task, LibraryBinding.Api->RandomFree, run->Generator, 0, &Shuffled, (ulong)run);

    [UnmanagedCallersOnly]
    private static ulong Drawn(rustrt_task_block* task, ulong word, ulong number, ulong failed)
    {
        if (failed != 0) return 0;
        Run* run = (Run*)word;
        nuint drawn = (nuint)number % run->Left--;
        ExitFunction* last = run->All[run->Left];
        run->All[run->Left] = run->All[drawn];
        run->All[drawn] = last;
        return Shuffle(task, run);
    }

    [UnmanagedCallersOnly]
    private static ulong Shuffled(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        if (failed != 0) return 0;
        ((Run*)word)->Left = 0;
        return SpawnNext(task, (nint)word, failed: false);
    }

    private static ulong SpawnNext(rustrt_task_block* task, nint word, bool failed)
    {
        Run* run = (Run*)word;
        if (!failed && run->Left < run->Count)
        {
            ExitFunction* next = run->All[run->Left++];
            rustcore_closure body = next->Body;
            Blocks.Free(next);
            return Spawning.Begin(task, new() { Linkage = rustcore_linkage.RUSTCORE_SUPERVISED }, body, &SpawnNext, word);
        }
        Blocks.Free(run->All);
        NativeMemory.Free(run);
        return failed ? Answer.Fail(task) : 0;
    }

    private static ulong OnC(rustrt_task_block* task, nint function, ulong a, ulong b,
        delegate* unmanaged<rustrt_task_block*, ulong, ulong, ulong, ulong> k, ulong word) =>
        Answer.Call(task, 0, LibraryBinding.Api->OnC, [(ulong)function, a, b], k, word);
}
