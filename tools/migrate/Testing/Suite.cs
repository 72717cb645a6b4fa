using Rustrt.Migrate.Build;

namespace Rustrt.Migrate.Testing;

/// <summary>A named part of <c>./migrate test</c> with a log of its own.</summary>
internal sealed record Suite(string Name, string Title, Func<StepContext, Task<SuiteResult>> Body)
{
    /// <summary>The C# projects that it runs, which are built before, with those of all other suites.</summary>
    public IReadOnlyList<ManagedProject> Runs { get; init; } = [];
}

/// <summary>A C# project in one of its configurations.</summary>
internal readonly record struct ManagedProject(string Path, string Configuration);
