namespace Rustrt.Federation;

/// <summary>How a simulation went.</summary>
/// <param name="ExitStatus">The exit status of the federation.</param>
/// <param name="Elapsed">How much virtual time passed.</param>
/// <param name="Steps">How many steps were made.</param>
/// <param name="Fingerprint">A hash of all steps: the same for two runs that went the same way.</param>
public readonly record struct SimulationResult(int ExitStatus, TimeSpan Elapsed, long Steps, ulong Fingerprint);
