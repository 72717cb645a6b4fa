namespace Rustrt.Compat.Managed.Caller;

/// <summary>A case; its result is the exit status.</summary>
internal delegate int Case();

/// <summary>The cases by name.</summary>
internal static class Cases
{
    public static readonly IReadOnlyDictionary<string, Case> All = new Dictionary<string, Case>(StringComparer.Ordinal)
    {
        ["yields"] = TurnCases.Yields,
        ["waits"] = TurnCases.Waits,
        ["many"] = TurnCases.Many,
        ["one-id"] = TurnCases.OneId,
        ["killed"] = EndCases.Killed,
        ["inhibited"] = EndCases.Inhibited,
        ["fails"] = EndCases.Fails,
        ["swallows"] = EndCases.Swallows,
        ["fails-again"] = EndCases.FailsAgain,
        ["main-fails"] = EndCases.MainFails,
        ["yield-refused"] = EndCases.YieldRefused,
        ["throws"] = DelegateCases.Throws,
        ["delegate"] = DelegateCases.Runs,
        ["async"] = DelegateCases.Async,
        ["environment"] = GivenCases.Environment,
        ["environment-of-a-failing-task"] = GivenCases.EnvironmentOfFailing,
        ["annihilator"] = GivenCases.Annihilator,
        ["exit-function"] = GivenCases.ExitFunction,
        ["raw-thread"] = GivenCases.RawThread,
        ["two-runs"] = GivenCases.TwoRuns,
        ["native-body"] = GivenCases.NativeBody,
        ["refused"] = GivenCases.Refused,
        ["structs"] = GivenCases.Structs,
        ["hosted"] = HostedCases.Hosted,
        ["loop"] = LoopCases.Callbacks,
        ["loop-fails"] = LoopCases.Fails,
        ["loop-outside"] = LoopCases.Outside,
        ["signals-nothing"] = GivenCases.SignalsNothing,
        ["fault-handler"] = FaultHandlerCase.KeepsMask,
        ["router-first"] = GivenCases.RouterFirst,
        ["foreign-thread"] = GivenCases.ForeignThread,
    };
}
