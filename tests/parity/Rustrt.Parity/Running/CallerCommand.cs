namespace Rustrt.Parity.Running;

/// <summary>A caller with its arguments, and what its run may depend on.</summary>
/// <param name="Program">Path of the program.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Environment">Variables of its own, RUST_SEED for example.</param>
/// <param name="Threads">RUST_THREADS.</param>
/// <param name="TimeLimit">After this long it is ended and counts as hung.</param>
/// <param name="CountCalls">Have the router count calls; costs two nanoseconds a call.</param>
public sealed record CallerCommand(string Program, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment,
    int Threads, TimeSpan TimeLimit, bool CountCalls);
