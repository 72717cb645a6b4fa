using Rustrt.Migrate.Bench;
using Rustrt.Migrate.Report;

namespace Rustrt.Migrate.Tests.Bench;

public sealed class BenchPageTests
{
    [Fact]
    public void Memory_has_a_plot_of_its_own_and_is_not_called_faster()
    {
        BenchReport report = new(DateTimeOffset.UnixEpoch, "", 1, ["all=legacy", "all=new"], [Result("yield", Figure.Wall), Result("parked", Figure.Memory)], []);
        var plots = BenchPage.Create(report).Sections.OfType<PlotSection>().ToDictionary(plot => plot.Heading, plot => plot.Points.Select(point => point.Group).Distinct());
        Assert.Equal(["yield"], plots["How many times faster the new runtime is"]);
        Assert.Equal(["yield"], plots["All samples"]);
        Assert.Equal(["parked"], plots["Memory"]);

        static WorkloadResult Result(string name, Figure figure) => new(name, "", figure, [new("all=legacy", [2, 2]), new("all=new", [1, 1])]);
    }
}
