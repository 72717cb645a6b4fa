using System.Diagnostics;

namespace Rustrt.Federation;

/// <summary>A descriptor that exists in a simulation alone; whoever made it says when it is ready (<see cref="Simulation.OpenDescriptor"/>).</summary>
[DebuggerDisplay("descriptor {Number}, ready: {Ready}, failed: {HasFailed}")]
public sealed class SimulatedDescriptor
{
    internal const int FirstNumber = 1 << 24; // nothing that an operating system would give out

    internal SimulatedDescriptor(int number) => Number = number;

    /// <summary>What <see cref="Descriptor.Readable"/> and <see cref="Descriptor.Writable"/> are called with.</summary>
    public int Number { get; }

    /// <summary>What it is ready for at present.</summary>
    public Readiness Ready { get; set; }

    /// <summary>Whether it has failed: waits for it end, and new ones are refused.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Breaks it.</summary>
    public void Fail() => HasFailed = true;
}
