namespace Rustrt.Federation.Pipes;

/// <summary>An end of a pipe that nobody can reach any more and nobody has closed (<see cref="Pipe.LeakFound"/>).</summary>
/// <param name="End">Which end, of a pipe of what.</param>
/// <param name="Owner">The thread that it belonged to; null: nobody had used it since it was made, released or sent.</param>
public sealed record PipeLeak(string End, string? Owner)
{
    /// <summary>One line.</summary>
    public override string ToString() => $"{End} was lost without being closed; it belonged to {Owner ?? "nobody"}";
}
