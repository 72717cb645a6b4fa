using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

// What the generated exports ask of the code beside them; here the services are simply those of the legacy library.

internal static class NewServices
{
    public static readonly IAtExit AtExit = new LegacyAtExit();
    public static readonly IDebug Debug = new LegacyDebug();
    public static readonly IDefaultSched DefaultSched = new LegacyDefaultSched();
    public static readonly IEnvironment Environment = new LegacyEnvironment();
    public static readonly IExchangeHeap ExchangeHeap = new LegacyExchangeHeap();
    public static readonly IFilesystem Filesystem = new LegacyFilesystem();
    public static readonly IGlobalData GlobalData = new LegacyGlobalData();
    public static readonly IIo Io = new LegacyIo();
    public static readonly ILinkedFailure LinkedFailure = new LegacyLinkedFailure();
    public static readonly ILocalHeap LocalHeap = new LegacyLocalHeap();
    public static readonly ILocks Locks = new LegacyLocks();
    public static readonly ILogging Logging = new LegacyLogging();
    public static readonly IPlatformSched PlatformSched = new LegacyPlatformSched();
    public static readonly IProcess Process = new LegacyProcess();
    public static readonly IRandom Random = new LegacyRandom();
    public static readonly ISchedRegistry SchedRegistry = new LegacySchedRegistry();
    public static readonly IScheduling Scheduling = new LegacyScheduling();
    public static readonly ITaskLocalData TaskLocalData = new LegacyTaskLocalData();
    public static readonly IThirdParty ThirdParty = new LegacyThirdParty();
    public static readonly IThreads Threads = new LegacyThreads();
    public static readonly ITime Time = new LegacyTime();
    public static readonly IUnwinding Unwinding = new LegacyUnwinding();
    public static readonly IVectors Vectors = new LegacyVectors();
    public static readonly IWeakTasks WeakTasks = new LegacyWeakTasks();
}

internal static class Fatal
{
    public static void Unhandled(Exception exception, string symbol) =>
        Environment.FailFast($"{symbol}: {exception.Message}", exception);
}

/// <summary>What every export calls first; the backend's own asserts the stack invariants in checked builds.</summary>
internal static class UpcallChecks
{
    public static void Enter()
    {
    }
}
