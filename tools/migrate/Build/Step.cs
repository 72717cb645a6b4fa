namespace Rustrt.Migrate.Build;

/// <summary>One named piece of work with a log file of its own: <c>artifacts/logs/NAME.log</c>.</summary>
/// <param name="Name">Names the log file; lower case with dashes.</param>
/// <param name="Title">What the user sees.</param>
/// <param name="Body">Does the work; throws <see cref="StepFailedException"/> when it went wrong.</param>
internal sealed record Step(string Name, string Title, Func<StepContext, Task> Body);
