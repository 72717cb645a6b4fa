using Rustrt.Migrate.Bench;
using Rustrt.Migrate.Build;

namespace Rustrt.Migrate.Tests.Bench;

public class FloorTests
{
    [Theory]
    [InlineData(30, 100, true)]
    [InlineData(33.4, 100, false)]
    public void Times_faster(double of, double against, bool met) =>
        Assert.Equal(met, Judge(new Floor("yield", "all=new", "all=legacy", "the wires", TimesFaster: 3), of, against).Met);

    [Theory]
    [InlineData(120, 100, true)]
    [InlineData(121, 100, false)]
    public void At_most_times_as_long(double of, double against, bool met) =>
        Assert.Equal(met, Judge(new Floor("malloc", "all=new", "all=legacy", "the wires", AtMostTimes: 1.2), of, against).Met);

    [Theory]
    [InlineData(2.9, 2, true)]
    [InlineData(3.1, 2, false)]
    public void At_most_nanoseconds_more(double of, double against, bool met) =>
        Assert.Equal(met, Judge(new Floor("call", "all=new", "all=legacy", "the wires", AtMostExtraNs: 1), of, against).Met);

    [Theory]
    [InlineData(3, 2.5, "+0.50 ns")]
    [InlineData(4_250_000, 3_252_000, "+1.00 ms")]
    [InlineData(3_252_000, 4_250_000, "-1.00 ms")]
    public void A_difference_is_said_in_the_unit_that_suits_it(double of, double against, string words) =>
        Assert.Equal(words, Judge(new Floor("start", "all=new", "all=legacy", "the wires", AtMostExtraNs: 4_000_000), of, against).Measured);

    [Theory]
    [InlineData(6500, true)]
    [InlineData(6510, false)]
    public void At_most_so_much_memory(double of, bool met)
    {
        var verdict = Judge(new Floor("parked", "all=new", null, "the wires", AtMostBytes: 6500), of, 1);
        Assert.Equal((met, "at most 6.50 KB"), (verdict.Met, verdict.Limit));
    }

    [Fact]
    public void Says_what_was_asked_and_what_was_measured()
    {
        var verdict = Judge(new Floor("event2", "all=new", "all=legacy", "the wires", TimesFaster: 1), 150, 100);
        Assert.Equal("no slower than all=legacy", verdict.Limit);
        Assert.Equal("1.50 times as long", verdict.Measured);
        Assert.Equal("the wires", verdict.InTheWay);
        Assert.Equal("4.00 times faster", Judge(new Floor("yield", "all=new", "all=legacy", "the wires", TimesFaster: 3), 25, 100).Measured);
    }

    [Fact]
    public void What_was_not_measured_is_not_judged()
    {
        var floor = new Floor("yield", "all=new", "legacy library", "the wires", TimesFaster: 3);
        Assert.Null(floor.Judge(null));
        Assert.Null(floor.Judge(Result(1, 2)));
    }

    [Fact]
    public void The_median_of_an_even_number_of_samples_lies_between_two()
    {
        var side = new SideResult("all=new", [4, 1, 3, 2]);
        Assert.Equal((1.75, 2.5, 3.25), (side.Low, side.Median, side.High));
        Assert.Equal(7, new SideResult("all=new", [7]).High);
    }

    [Theory]
    [InlineData("""{"floors":[{"workload":"yield","of":"a","against":"b","inTheWay":"c"}]}""", "exactly one of")]
    [InlineData("""{"floors":[{"workload":"yield","of":"a","against":"b","inTheWay":"c","timesFaster":3,"atMostTimes":1}]}""", "exactly one of")]
    [InlineData("""{"floors":[{"workload":"parked","of":"a","against":"b","inTheWay":"c","atMostBytes":3}]}""", "needs a side to compare with")]
    [InlineData("""{"floors":[{"workload":"yield","of":"a","against":null,"inTheWay":"c","timesFaster":3}]}""", "needs a side to compare with")]
    [InlineData("""{"floors":[{"workload":"jump","of":"a","against":"b","inTheWay":"c","timesFaster":3}]}""", "no workload 'jump'")]
    public void A_wrong_floor_is_refused(string json, string words) =>
        Assert.Contains(words, Assert.Throws<InvalidDataException>(() => Floor.Parse(json)).Message);

    [Fact]
    public void The_repositorys_floors_can_be_read() =>
        Assert.NotEmpty(Floor.ReadAll(Repository.Layout.At("benchmarks", "floors.json")));

    [Fact]
    public void A_line_of_the_bench_caller_is_read()
    {
        var line = BenchLine.TryParse("workload=yield threads=1 ns_per_op=46.2 cpu_ns_per_op=45.9 ops=500000 round=0");
        Assert.Equal(new BenchLine("yield", 46.2, 45.9), line);
        Assert.Equal(45.9, line!.Value(Figure.Cpu, TimeSpan.Zero));
        Assert.Equal(6370.5, BenchLine.TryParse("workload=parked ns_per_op=1 cpu_ns_per_op=1 bytes_per_op=6370.5 ops=1")!.Value(Figure.Memory, TimeSpan.Zero));
        Assert.Equal(2e6, line.Value(Figure.Process, TimeSpan.FromMilliseconds(2)));
        Assert.Throws<InvalidDataException>(() => line.Value(Figure.Memory, TimeSpan.Zero));
        Assert.Null(BenchLine.TryParse("warming up"));
        Assert.Null(BenchLine.TryParse("workload=yield ns_per_op=fast cpu_ns_per_op=1"));
    }

    private static FloorVerdict Judge(Floor floor, double of, double against) => floor.Judge(Result(of, against))!;

    private static WorkloadResult Result(double of, double against) =>
        new("yield", "", Figure.Cpu, [new SideResult("all=new", [of]), new SideResult("all=legacy", [against])]);
}
