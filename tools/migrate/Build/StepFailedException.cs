namespace Rustrt.Migrate.Build;

/// <summary>A step went wrong; the step runner shows the message with the end of the step's log.</summary>
internal sealed class StepFailedException(string message) : Exception(message);
