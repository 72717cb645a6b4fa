using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>
/// Connects the new backend with the router: librustrt_new.so exports <c>rustrt_new_bind</c>, which calls <see cref="Bind"/>;
/// a .NET process that hosts the backend itself gives <see cref="BindFunction"/> to the router's
/// <c>rustrt_router_host_bind</c> before the first call of the API.
/// </summary>
public static unsafe class Binding
{
    private const uint Version = 2;

    /// <summary>What the router offers. Valid from the binding on, for the life of the process.</summary>
    internal static RouterApi* Api { get; private set; }

    /// <summary>Tasks are this backend's. Valid once the router has said which side serves what, before the first task.</summary>
    internal static bool CoreIsNew => Api->IsNew[(int)rustrt_unit.RUSTRT_UNIT_CORE] != 0;

    /// <summary>The address of a native function <c>void (router_api *, router_new_table *)</c> that binds this backend.</summary>
    public static nint BindFunction => (nint)(delegate* unmanaged<void*, void*, void>)&BindEntry;

    /// <summary>Takes the router's table and fills in the backend's.</summary>
    /// <param name="api">router_api of Router/Rustrt/router_api.h; owned by the router.</param>
    /// <param name="mine">router_new_table, to be filled in.</param>
    public static void Bind(void* api, void* mine)
    {
        RouterApi* offered = (RouterApi*)api;
        if (offered->Version != Version || offered->Size != (uint)sizeof(RouterApi))
            Fatal.Die($"rustrt: librustrt_new.so expects a router of version {Version} and {sizeof(RouterApi)} bytes of table, this one has version {offered->Version} and {offered->Size} bytes");
        Api = offered;
        Fatal.Prepare();
        Improvements.Read();
        RouterNew* table = (RouterNew*)mine;
        table->Use = &Use;
        table->TaskEnding = &Ending.Begin;
        table->YieldRefused = &YieldRefusal.Refuse;
        table->Wake = &Wake;
        table->Signal = &Signal;
        table->Start = &Start;
        table->Hooks = &Hooks;
        table->SegmentBegin = &StackGrowth.Begin;
        table->SegmentTop = &StackGrowth.Top;
        table->SegmentGrow = &StackGrowth.Grow;
        table->SegmentShrink = &StackGrowth.Shrink;
        table->SegmentReset = &StackGrowth.Reset;
        table->SegmentFreeSpares = &StackGrowth.FreeSpares;
        table->SegmentUnwound = &StackGrowth.Unwound;
        table->SegmentEnd = &StackGrowth.End;
        table->RunHooks = &RunHooks;
        table->SetExitStatus = &SetExitStatus;
        table->Raise = &Raise;
        table->Enter = &Enter;
        SeamExports.Fill(&table->Seams);
        if (Improvements.Chosen.AsyncLog) table->FlushLog = (nint)(delegate* unmanaged[Cdecl]<void>)&LogWriter.FlushBeforeEnd;
        table->IoNext = (nint)(delegate* unmanaged[Cdecl]<Delivery*, int>)&Deliveries.Next;
        table->IoAbandon = (nint)(delegate* unmanaged[Cdecl]<Delivery*, void>)&Deliveries.Abandon;
        table->LineRound = (nint)(delegate* unmanaged[Cdecl]<byte*, nint>)&LineCompletion.Round;
        table->LineCandidate = (nint)(delegate* unmanaged[Cdecl]<byte**, int>)&LineCompletion.Candidate;
        table->HistoryLine = (nint)(delegate* unmanaged[Cdecl]<nuint, byte*>)&LineHistory.Line;
        table->HistorySize = (nint)(delegate* unmanaged[Cdecl]<nuint>)&LineHistory.Size;
        table->Library = &Library.LibraryBinding.Bind;
        ExportTable.Fill(offered->Entries);
    }

    [UnmanagedCallersOnly]
    private static void BindEntry(void* api, void* mine) => Bind(api, mine);

    /// <summary>The core and the seams are final: a seam that is not ours is the legacy backend's.</summary>
    [UnmanagedCallersOnly]
    private static void Use()
    {
        ExchangeHeap.Use((rustrt_exchange_seam*)Api->LegacySeam(rustrt_unit.RUSTRT_UNIT_EXCHANGE_HEAP));
        RuntimeEnvironment.Use((rustrt_environment_seam*)Api->LegacySeam(rustrt_unit.RUSTRT_UNIT_ENVIRONMENT));
        LocalHeap.Use((rustrt_local_heap_seam*)Api->LegacySeam(rustrt_unit.RUSTRT_UNIT_LOCAL_HEAP), CoreIsNew);
        AtExit.Use((rustrt_at_exit_seam*)Api->LegacySeam(rustrt_unit.RUSTRT_UNIT_AT_EXIT), CoreIsNew);
        TaskLocalData.Use((rustrt_local_data_seam*)Api->LegacySeam(rustrt_unit.RUSTRT_UNIT_TASK_LOCAL_DATA), CoreIsNew);
        TaskStack.Use((rustrt_stacks_seam*)Api->LegacySeam(rustrt_unit.RUSTRT_UNIT_STACKS));
        Logging.Use((rustrt_logging_seam*)Api->LegacySeam(rustrt_unit.RUSTRT_UNIT_LOGGING));
        Improvements.TellOfIdle(static unit => Api->IsNew[(int)Enum.Parse<rustrt_unit>("RUSTRT_UNIT_" + unit.Replace('-', '_'), ignoreCase: true)] != 0);
    }

    [UnmanagedCallersOnly]
    private static void Wake(rustrt_task_block* task, nint value) => NativeEntry.Run("a wake-up", static (task, value, _) =>
    {
        TaskTable.Of((rustrt_task_block*)task).Wake(value);
        return 0;
    }, (nint)task, value);

    [UnmanagedCallersOnly]
    private static void Signal(rustrt_task_block* caller, rustrt_task_block* target, nint value) =>
        NativeEntry.Run("task_signal_event", static (caller, target, value) =>
        {
            TaskTable.Of((rustrt_task_block*)target).Signal(value, NativeTask.SchedulerOf((rustrt_task_block*)caller));
            return 0;
        }, (nint)caller, (nint)target, value);

    [UnmanagedCallersOnly]
    private static void Start(rustrt_task_block* caller, rustrt_task_block* target, fn_env_pair* f) =>
        NativeEntry.Run("start_task", static (caller, target, f) =>
        {
            fn_env_pair* pair = (fn_env_pair*)f;
            TaskTable.Of((rustrt_task_block*)target).Start((nint)pair->f, pair->env, 0, NativeTask.SchedulerOf((rustrt_task_block*)caller));
            return 0;
        }, (nint)caller, (nint)target, (nint)f);

    [UnmanagedCallersOnly]
    private static ulong Raise(rustrt_task_block* task) =>
        NativeEntry.Run("the failure of a task", static (task, _, _, _) => TaskFailure.Answered(task), task);

    [UnmanagedCallersOnly]
    private static void Hooks(int unit, nint birth, nint ending, nint burial) => ServiceHooks.Set(unit, birth, ending, burial);

    [UnmanagedCallersOnly]
    private static void RunHooks(int unit, nint birth, nint burial) => RunWords.SetHooks(unit, birth, burial);

    [UnmanagedCallersOnly]
    private static void Enter()
    {
    }

    [UnmanagedCallersOnly]
    private static void SetExitStatus(rustrt_task_block* task, int status) =>
        TaskTable.Of(task).Run.Federation.Kernel.ExitStatus = status;
}
