namespace Rustrt.Federation.Pipes;

/// <summary>
/// A message of a type of its own that brings ends of pipes. Sent through a pipe, it hands them over as if they were sent themselves:
/// they belong to whoever receives the message, are closed if it is lost, and stay the sender's if it could not be sent. Ends in tuples,
/// and in tuples in tuples, need no such thing. What is in anything else, such as a list, the pipe does not see: its owner releases it
/// first (<see cref="PipeEnd.Release"/>).
/// </summary>
public interface ICarriesEnds
{
    /// <summary>The ends; the same whenever it is asked.</summary>
    IEnumerable<PipeEnd?> Ends { get; }
}
