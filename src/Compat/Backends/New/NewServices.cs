namespace Rustrt.Compat.Backends.New;

/// <summary>The services of the new backend, as the generated exports reach them: sealed, so that the calls are direct.</summary>
internal static class NewServices
{
    public static readonly AtExitService AtExit = new();
    public static readonly DebugService Debug = new();
    public static readonly DefaultSchedService DefaultSched = new();
    public static readonly EnvironmentService Environment = new();
    public static readonly ExchangeHeapService ExchangeHeap = new();
    public static readonly FilesystemService Filesystem = new();
    public static readonly GlobalDataService GlobalData = new();
    public static readonly IoService Io = new();
    public static readonly LinkedFailureService LinkedFailure = new();
    public static readonly LocalHeapService LocalHeap = new();
    public static readonly LocksService Locks = new();
    public static readonly LoggingService Logging = new();
    public static readonly PlatformSchedService PlatformSched = new();
    public static readonly ProcessService Process = new();
    public static readonly RandomService Random = new();
    public static readonly SchedRegistryService SchedRegistry = new();
    public static readonly SchedulingService Scheduling = new();
    public static readonly TaskLocalDataService TaskLocalData = new();
    public static readonly ThirdPartyService ThirdParty = new();
    public static readonly ThreadsService Threads = new();
    public static readonly TimeService Time = new();
    public static readonly UnwindingService Unwinding = new();
    public static readonly VectorsService Vectors = new();
    public static readonly WeakTasksService WeakTasks = new();
}
