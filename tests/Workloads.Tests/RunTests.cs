using Rustrt.Federation.Workloads.Running;

namespace Rustrt.Federation.Workloads.Tests;

/// <summary>Which pass counts, and what a workload that goes wrong leads to.</summary>
public sealed class RunTests
{
    [Fact]
    public void A_wrong_result_is_an_error_and_no_figure()
    {
        WorkloadKind kind = new("wrong", "", [], _ => new Wrong());
        var error = Assert.Throws<WrongResultException>(() => new WorkloadRun(kind, kind.Create(null!), threads: 1, TimeSpan.Zero).ToEnd());
        Assert.Equal("sum: 1 instead of 2", error.Message);
    }

    [Fact]
    public void A_pass_counts_after_the_least_time_if_those_before_it_were_alike()
    {
        WarmUp warm = new(TimeSpan.FromSeconds(5));
        Add(warm, 100, 104, 102);
        Assert.False(warm.IsOverAfter(TimeSpan.FromSeconds(4.9)));
        Assert.True(warm.IsOverAfter(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public void Passes_that_still_change_are_waited_for_twice_as_long()
    {
        WarmUp warm = new(TimeSpan.FromSeconds(5));
        Add(warm, 200, 100, 100);
        Assert.False(warm.IsSteady);
        Assert.False(warm.IsOverAfter(TimeSpan.FromSeconds(9.9)));
        Assert.True(warm.IsOverAfter(TimeSpan.FromSeconds(10)));
        Add(warm, 100);
        Assert.True(warm.IsSteady);
    }

    [Fact]
    public void What_runs_once_is_not_repeated() => Assert.Contains("passes=1 steady=1", Line(repeated: false));

    [Fact]
    public void What_is_repeated_has_a_first_pass_that_does_not_count() => Assert.Contains("passes=2 ", Line(repeated: true));

    [Fact]
    public void Further_fields_follow_the_common_ones() => Assert.EndsWith(" half=0.5", Line(repeated: true), StringComparison.Ordinal);

    private static string Line(bool repeated)
    {
        WorkloadKind kind = new("right", "", [], _ => new Right(repeated));
        return new WorkloadRun(kind, kind.Create(null!), threads: 1, TimeSpan.Zero).ToEnd();
    }

    private static void Add(WarmUp warm, params double[] passes)
    {
        foreach (double pass in passes) warm.Add(pass);
    }

    private sealed class Wrong : Workload
    {
        public override async GreenTask<long> Pass(Measurement measurement)
        {
            await GreenTask.Yield();
            WrongResultException.Unless(1, 2, "sum");
            return 1;
        }
    }

    private sealed class Right(bool repeated) : Workload
    {
        public override bool IsRepeated => repeated;

        public override async GreenTask<long> Pass(Measurement measurement)
        {
            await GreenTask.Yield();
            measurement.Note("half", $"{0.5:F1}");
            return 1;
        }
    }
}
