using System.Collections.Concurrent;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Managed;

/// <summary>
/// C# functions that the runtime calls for tasks: an entry, cleanups of task-local data, an annihilator, an exit runner. The runtime
/// gets a native function in the place of each; these say which C# function it stands for.
/// </summary>
internal static unsafe class GivenFunctions
{
    private static readonly object s_gate = new();
    private static readonly ConcurrentDictionary<nint, nint> s_cleanups = new();
    private static Entry? s_entry;
    private static nint s_annihilator, s_exitRunner;
    private static int s_runsWithAnnihilator;

    private sealed record Entry(nint Function);

    /// <summary>The whole of rust_start for a program whose entry or annihilator may be C#.</summary>
    /// <exception cref="InvalidOperationException">Another run has another annihilator in C#.</exception>
    public static int Start(nuint entry, int argc, byte** argv, crate_map* map)
    {
        bool isEntry = ManagedCode.Contains((nint)entry);
        bool isAnnihilator = map != null && map->version == 1 && ManagedCode.Contains((nint)map->annihilate);
        if (!isEntry && !isAnnihilator) return Import(entry, argc, argv, map);
        TaskThreads.Open();
        nint annihilator = isAnnihilator ? (nint)map->annihilate : 0;
        if (isAnnihilator) TakeAnnihilator(map);
        Entry? taken = isEntry ? TakeEntry((nint)entry) : null;
        try
        {
            return Import(isEntry ? (nuint)TaskHelper.Entry : entry, argc, argv, map);
        }
        finally
        {
            if (taken != null) ForgetEntry(taken);
            if (isAnnihilator) ReturnAnnihilator(map, annihilator);
        }
    }

    /// <summary>The cleanup of a task's local data; null takes the last one back.</summary>
    /// <returns>What the runtime is given.</returns>
    public static nint Cleanup(rust_task* task, nint cleanup)
    {
        if (!ManagedCode.Contains(cleanup))
        {
            s_cleanups.TryRemove((nint)task, out _);
            return cleanup;
        }
        TaskThreads.Open();
        s_cleanups[(nint)task] = cleanup;
        return TaskHelper.Cleanup;
    }

    /// <summary>The runner of exit functions. A second one passes as it is, for the runtime to refuse as it did.</summary>
    /// <returns>What the runtime is given.</returns>
    public static nint ExitRunner(nint runner)
    {
        if (!ManagedCode.Contains(runner)) return runner;
        TaskThreads.Open();
        nint before = Interlocked.CompareExchange(ref s_exitRunner, runner, 0);
        return before == 0 || before == runner ? TaskHelper.ExitRunner : runner;
    }

    /// <summary>Runs what a task asks for.</summary>
    public static void Run(BodyKind kind, rust_task* task, void* data)
    {
        switch (kind)
        {
            case BodyKind.Entry:
                ((delegate* unmanaged[Cdecl]<void*, rust_opaque_box*, void*, void>)EntryOfTask())(null, null, null);
                break;
            case BodyKind.Cleanup:
                s_cleanups.TryRemove((nint)task, out nint cleanup);
                ((delegate* unmanaged[Cdecl]<void*, void>)cleanup)(data);
                break;
            case BodyKind.Annihilate:
                ((delegate* unmanaged[Cdecl]<void*, void>)s_annihilator)(null);
                break;
            case BodyKind.Exit:
                nint runner = Interlocked.Exchange(ref s_exitRunner, 0); // the last of its run: the next may have another
                ((delegate* unmanaged[Cdecl]<void*, rust_opaque_box*, void*, void>)runner)(null, null, data);
                break;
            default:
                throw new InvalidOperationException($"a task asks for a body of kind {kind}");
        }
    }

    private static int Import(nuint entry, int argc, byte** argv, void* map) => TaskThread.Current is { } thread
        ? (int)thread.Call("rust_start", false, [entry, (ulong)argc, (ulong)argv, (ulong)map])
        : NativeImports.rust_start(entry, argc, argv, map);

    /// <summary>An entry has no environment that could say which it is: one start at a time, until its task has begun.</summary>
    private static Entry TakeEntry(nint function)
    {
        lock (s_gate)
        {
            while (s_entry != null) Monitor.Wait(s_gate);
            return s_entry = new Entry(function);
        }
    }

    private static nint EntryOfTask()
    {
        lock (s_gate)
        {
            nint function = s_entry!.Function;
            ForgetEntry(s_entry);
            return function;
        }
    }

    private static void ForgetEntry(Entry entry)
    {
        lock (s_gate)
        {
            if (!ReferenceEquals(s_entry, entry)) return;
            s_entry = null;
            Monitor.PulseAll(s_gate);
        }
    }

    /// <summary>The map is the caller's memory, and says the native function while it is used; read anew at the end of every task.</summary>
    private static void TakeAnnihilator(crate_map* map)
    {
        lock (s_gate)
        {
            nint annihilator = (nint)map->annihilate;
            if (s_annihilator != 0 && s_annihilator != annihilator)
            {
                throw new InvalidOperationException("rust_start: a run with another annihilator in C# is on; one at a time is possible");
            }
            s_annihilator = annihilator;
            s_runsWithAnnihilator++;
            map->annihilate = (void*)TaskHelper.Annihilate;
        }
    }

    private static void ReturnAnnihilator(crate_map* map, nint annihilator)
    {
        lock (s_gate)
        {
            map->annihilate = (void*)annihilator;
            if (--s_runsWithAnnihilator == 0) s_annihilator = 0;
        }
    }
}
