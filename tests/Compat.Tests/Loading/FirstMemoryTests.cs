using System.Globalization;
using System.Text.RegularExpressions;
using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Loading;

/// <summary>What the new library does with memory when it starts, which is most of what its start costs.</summary>
public sealed partial class FirstMemoryTests
{
    private sealed record Mapping(string File, bool IsWritable, long Kilobytes, long Resident);

    /// <summary>src/Compat/Native/first_pages.c: the kernel is asked once, not by a fault for each page.</summary>
    [Fact]
    public void The_librarys_own_data_is_mapped_at_once()
    {
        IReadOnlyList<Mapping> mappings = Mappings(Backing.AllNew);
        int data = mappings.ToList().FindLastIndex(mapping => mapping.File.EndsWith(Repository.NewName, StringComparison.Ordinal));

        Mapping zeroed = mappings[data + 1];
        Assert.Equal(("", true), (zeroed.File, zeroed.IsWritable));
        Assert.Equal(zeroed.Kilobytes, zeroed.Resident);
    }

    /// <summary>src/Compat/Native/heap_range.c: the managed heap's table of its addresses is written whole, so it reserves what it may need.</summary>
    [Fact]
    public void No_more_addresses_are_reserved_than_the_machine_can_fill()
    {
        long memory = Regex.Match(File.ReadAllText("/proc/meminfo"), @"MemTotal:\s+(\d+) kB") is { Success: true } total
            ? long.Parse(total.Groups[1].Value, CultureInfo.InvariantCulture) : throw new InvalidOperationException("/proc/meminfo has no MemTotal");
        const long ItsOwn = 256L << 20, Others = 32L << 20;

        Assert.InRange(Mappings(Backing.AllNew).Sum(mapping => mapping.Kilobytes), 1, Math.Min(4 * memory, ItsOwn) + Others);
    }

    /// <summary>src/Compat/Native/thread_bounds.c: .NET would go on with bounds that nobody wrote.</summary>
    [Fact]
    public void A_thread_that_enters_when_there_is_no_memory_ends_the_process_in_words()
    {
        Outcome outcome = Backing.AllNew.Run(Compiler.C("no_bounds.c"), []);

        Assert.Equal((134, "rustrt: cannot read the bounds of this thread's stack\n"), (outcome.Status, outcome.Errors));
    }

    private static List<Mapping> Mappings(Backing backing)
    {
        using TemporaryFolder folder = new();
        Outcome outcome = backing.Run(Compiler.C("mappings.c"), [folder["mappings"]]);
        Assert.True(outcome.Status == 0, outcome.ToString());
        return [.. Entry().Matches(File.ReadAllText(folder["mappings"])).Select(entry => new Mapping(
            entry.Groups["file"].Value, entry.Groups["rights"].Value[1] == 'w', Kilobytes(entry, "size"), Kilobytes(entry, "resident")))];
    }

    private static long Kilobytes(Match entry, string group) => long.Parse(entry.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[0-9a-f]+-[0-9a-f]+ (?<rights>\S{4}) \S+ \S+ \d+ *(?<file>.*)\n(?:\w+:.*\n)*?Size: +(?<size>\d+) kB\n(?:\w+:.*\n)*?Rss: +(?<resident>\d+) kB", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
