using Rustrt.Federation.Pipes;
using Rustrt.Federation.Workloads.Running;

namespace Rustrt.Federation.Workloads.Subjects;

/// <summary>A wait that only being cancelled ends: for nothing else, or for a pipe of the task's own, which takes memory and is closed.</summary>
internal static class EndlessWait
{
    private const string Sleep = "sleep", OnPipe = "pipe";

    /// <summary>The parameter that chooses.</summary>
    public static Parameter Parameter { get; } = new("on", Sleep, "what a task waits for: a sleep without end, or a pipe of its own", Choices: [Sleep, OnPipe]);

    /// <summary>Whether it is to be a pipe.</summary>
    public static bool IsOnPipe(Values values) => values.Word(Parameter.Name) == OnPipe;

    /// <summary>The receiving end of a pipe that nobody will send to; the calling task owns both ends.</summary>
    public static OneShotReceiver<int> Pipe() => Pipes.Pipe.OneShot<int>().Receiver;
}
