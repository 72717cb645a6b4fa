using Rustrt.Migrate.Build;

namespace Rustrt.Migrate.Testing;

/// <summary>A named part of <c>./migrate test</c> with a log of its own.</summary>
internal sealed record Suite(string Name, string Title, Func<StepContext, Task<SuiteResult>> Body);
