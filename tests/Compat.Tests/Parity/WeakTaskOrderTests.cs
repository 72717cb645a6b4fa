using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Parity;

/// <summary>
/// Weak tasks hear of the shutdown in the order of a hash map of the C++ library, which C# keeps: with RUST_SEED and one thread
/// every backing prints the same. The numbers of tasks go over each of the map's first sizes.
/// </summary>
public sealed class WeakTaskOrderTests
{
    private static readonly string s_program = Compiler.CoreCases("weak_order.cpp");

    [Theory]
    [InlineData(5)]
    [InlineData(13)]
    [InlineData(15)]
    [InlineData(40)]
    [InlineData(100)]
    [InlineData(300)]
    public void Is_the_old_maps(int tasks)
    {
        Outcome old = Tell(Backing.Direct, tasks);
        Assert.Equal((0, tasks - (tasks + 3) / 7), (old.Status, old.Output.Count('\n')));
        foreach (Backing backing in (IEnumerable<Backing>)[Backing.AllLegacy, Backing.AllNew, .. Backing.Alone("task-groups")])
        {
            Outcome other = Tell(backing, tasks);
            Assert.True((other.Status, other.Output) == (old.Status, old.Output), $"{tasks} tasks on {backing}: {other}\ninstead of: {old}");
        }
        if (tasks > 13) Assert.NotEqual(InOrderOfBirth(old.Output), old.Output);
    }

    private static string InOrderOfBirth(string printed) =>
        string.Concat(printed.Split('\n', StringSplitOptions.RemoveEmptyEntries).OrderBy(int.Parse).Select(line => line + "\n"));

    private static Outcome Tell(Backing backing, int tasks) =>
        backing.Run(s_program, ["tell"], ("RUST_SEED", "7"), ("WEAK_TASKS", $"{tasks}"), ("RUST_THREADS", "1"));
}
