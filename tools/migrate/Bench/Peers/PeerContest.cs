namespace Rustrt.Migrate.Bench.Peers;

/// <summary>One side of a row: a process that gives one figure.</summary>
/// <param name="Side">What the side is called in the row.</param>
/// <param name="Row">What is run, and which figure is taken.</param>
/// <param name="Program">On which program.</param>
internal sealed record PeerRun(string Side, PeerRow Row, PeerProgram Program);

/// <summary>The sides of a row, which are measured in turn.</summary>
internal sealed record PeerContest(string Row, IReadOnlyList<PeerRun> Runs);
