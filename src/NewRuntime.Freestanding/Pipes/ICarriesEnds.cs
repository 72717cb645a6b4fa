namespace Rustrt.Federation.Pipes;

/// <summary>
/// A message of a type of its own that brings ends of pipes. Sent through a pipe it hands them over as if they were sent themselves: on
/// their way they are nobody's, then whoever's has received the message; they are closed if that is lost, and the sender's again
/// if it could not be sent. Ends in tuples need no such thing, nor tuples in tuples. What is in anything else, such as a list, the pipe does not see: its
/// owner releases it first (<see cref="PipeEnd.Release"/>).
/// </summary>
public interface ICarriesEnds
{
    /// <summary>The ends; the same whenever it is asked.</summary>
    IEnumerable<PipeEnd?> Ends { get; }
}
