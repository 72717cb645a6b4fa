namespace Rustrt.Federation;

/// <summary>The children of a supervisor ended more often than it may start them again. All of them have been stopped.</summary>
public sealed class SupervisorFailedException : Exception
{
    internal SupervisorFailedException(ChildSpec child, SupervisorOptions options, Exception? last)
        : base($"{child.Name} ended, and there have been {options.MaximumRestarts} restarts within {options.Period} already.", last) =>
        Child = child.Name;

    /// <summary>The child that ended last; what ended it is the inner exception.</summary>
    public string Child { get; }
}
