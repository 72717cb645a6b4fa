using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>The exit functions of a run as a core uses them: a list that the run's word of the unit refers to, kept by whichever
/// backend serves at-exit.</summary>
internal static unsafe class AtExit
{
    private const int Unit = (int)rustrt_unit.RUSTRT_UNIT_AT_EXIT;
    private const string Name = "the exit functions";

    private static rustrt_at_exit_seam* s_legacy;

    /// <summary>Called once while binding: the legacy seam, or null when the new backend serves it, and whether the core is new.</summary>
    public static void Use(rustrt_at_exit_seam* legacy, bool coreIsNew)
    {
        s_legacy = legacy;
        if (Binding.Api->IsNew[Unit] == 0) return;
        nint birth = (nint)(delegate* unmanaged<void**, void>)&Birth, burial = (nint)(delegate* unmanaged<void**, void>)&Burial;
        if (coreIsNew) RunWords.SetHooks(Unit, birth, burial);
        else ((delegate* unmanaged<int, nint, nint, void>)Binding.Api->Core->run_hooks)(Unit, Binding.Api->Wrap(birth), Binding.Api->Wrap(burial));
    }

    /// <summary>The list of a task's run.</summary>
    public static AtExitList Of(rustrt_task_block* task) => ListOf(task->run + Unit);

    /// <summary>The live count is 0: the runner, or 0 if nothing was registered, and its argument.</summary>
    public static nint Close(void** words, out nint list)
    {
        void* given = null;
        nint runner;
        if (s_legacy == null)
        {
            InternalCalls.Count(rustrt_unit.RUSTRT_UNIT_AT_EXIT);
            runner = Close(words + Unit, &given);
        }
        else
        {
            runner = (nint)s_legacy->close(words + Unit, &given);
        }
        list = (nint)given;
        return runner;
    }

    /// <summary>The seam.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static nint CloseSeam(void** word, void** list) => NativeEntry.Seam(rustrt_unit.RUSTRT_UNIT_AT_EXIT, Name,
        static (word, list, _) => Close((void**)word, (void**)list), (nint)word, (nint)list);

    private static nint Close(void** word, void** list)
    {
        AtExitList registered = ListOf(word);
        if (!registered.Close()) return 0;
        nint[] functions = registered.Functions;
        // Read by the runner for as long as it likes, which nobody tells us: these words are never freed.
        exit_functions* made = (exit_functions*)NativeMemory.Alloc((nuint)sizeof(exit_functions));
        made->count = (nuint)functions.Length;
        made->start = (fn_env_pair**)NativeMemory.Alloc((nuint)Math.Max(1, functions.Length) * (nuint)sizeof(nint));
        for (int i = 0; i < functions.Length; i++) made->start[i] = (fn_env_pair*)functions[i];
        *list = made;
        return registered.Runner;
    }

    private static AtExitList ListOf(void** word) => (AtExitList)GCHandle.FromIntPtr((nint)(*word)).Target!;

    [UnmanagedCallersOnly]
    private static void Birth(void** word) => NativeEntry.Run(Name, static (word, _, _) => *(nint*)word = GCHandle.ToIntPtr(GCHandle.Alloc(new AtExitList())), (nint)word);

    [UnmanagedCallersOnly]
    private static void Burial(void** word) => NativeEntry.Run(Name, static (word, _, _) =>
    {
        GCHandle.FromIntPtr(*(nint*)word).Free();
        return 0;
    }, (nint)word);
}
