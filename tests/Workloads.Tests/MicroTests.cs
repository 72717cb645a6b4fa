using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using Rustrt.Federation.Micro;
using Rustrt.Federation.Workloads.Running;

namespace Rustrt.Federation.Workloads.Tests;

/// <summary>benchmarks/Micro does what it says: each benchmark is run once, and checks its own sums.</summary>
public sealed class MicroTests
{
    private static readonly List<Type> s_subjects = [.. typeof(Subject).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(Subject)))];

    public static TheoryData<Type> Subjects { get; } = [.. s_subjects];

    [Theory]
    [MemberData(nameof(Subjects))]
    public void Each_benchmark_runs(Type subject)
    {
        var log = new AccumulationLogger();
        var config = ManualConfig.CreateEmpty().AddJob(Job.Dry.WithToolchain(InProcessNoEmitToolchain.Instance)).AddLogger(log)
            .WithOptions(ConfigOptions.DisableOptimizationsValidator).WithArtifactsPath(Directory.CreateTempSubdirectory("micro-").FullName);
        var summary = BenchmarkRunner.Run(subject, config);
        Directory.Delete(config.ArtifactsPath!, recursive: true);
        Assert.False(summary.HasCriticalValidationErrors, log.GetLog());
        Assert.NotEmpty(summary.Reports);
        Assert.True(summary.Reports.All(static report => report.Success && report.ExecuteResults.All(static result => result.IsSuccess)), log.GetLog());
    }

    [Fact]
    public void Each_workload_is_a_subject() => Assert.Equal(
        WorkloadCommand.Kinds.Select(static kind => kind.Name == "fib" ? "forkjoin" : kind.Name).Order(StringComparer.Ordinal),
        s_subjects.Select(static type => type.Name.Replace("Subject", "", StringComparison.Ordinal).ToLowerInvariant()).Order(StringComparer.Ordinal));
}
