namespace Rustrt.Compat.Backends.New;

/// <summary>
/// The names of RUSTRT_IMPROVE, and which units must be new for each. Also part of the command line (tools/migrate), whose
/// <c>status</c> and <c>explain</c> tell it.
/// </summary>
internal static class ImprovementNames
{
    public const string TasklessCalls = "taskless-calls", StrictEnvironment = "strict-env", CollectCycles = "collect-cycles",
        AsyncLog = "async-log", ExitDeadline = "exit-deadline";

    /// <summary>By name the units without which it does nothing. None: it works for the functions of whatever unit is new.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Needs { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        [TasklessCalls] = [],
        [StrictEnvironment] = ["environment"],
        [CollectCycles] = ["core", "stacks", "local-heap"],
        [AsyncLog] = ["logging"],
        [ExitDeadline] = ["core"],
    };
}
