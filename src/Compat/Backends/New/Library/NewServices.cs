namespace Rustrt.Compat.Backends.New.Library;

/// <summary>The services of librustcore.so that the new backend has, as the generated exports reach them.</summary>
internal static class NewServices
{
    public static readonly PipesService Pipes = new();
    public static readonly TaskGroupsService TaskGroups = new();
    public static readonly StartService Start = new();
    public static readonly ExitFunctionsService ExitFunctions = new();
    public static readonly WeakTaskService WeakTaskService = new();
    public static readonly BareThreadsService BareThreads = new();
    public static readonly LocalDataService LocalData = new();
    public static readonly SharedStateService SharedState = new();
    public static readonly GlobalMapService GlobalMap = new();
    public static readonly IoTasksService IoTasks = new();
    public static readonly TimersService Timers = new();
    public static readonly TcpService Tcp = new();
}
