using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Abi;

/// <summary>What a shared library says about itself, by binutils' readelf.</summary>
internal static class Elf
{
    /// <summary>The functions that it defines for others.</summary>
    public static SortedSet<string> Exports(string library) => new(
        ReadElf("--dyn-syms", library).Select(Words).Where(words => words.Length == 8 && words[3] == "FUNC" && words[6] != "UND")
            .Select(words => words[7].Split('@')[0]), StringComparer.Ordinal);

    /// <summary>Functions and data that it defines for others, each with its version if it has one.</summary>
    public static SortedSet<string> Definitions(string library) => new(ReadElf("--dyn-syms", library).Select(Words)
        .Where(words => words is [_, _, _, "FUNC" or "OBJECT" or "IFUNC" or "TLS", "GLOBAL" or "WEAK" or "UNIQUE", _, not "UND", _]).Select(words => words[7]), StringComparer.Ordinal);

    public static string? SharedObjectName(string library) => Entry(library, "(SONAME)").SingleOrDefault();

    public static IReadOnlyList<string> Needed(string library) => Entry(library, "(NEEDED)");

    /// <summary>Where it tells the loader to look first.</summary>
    public static IReadOnlyList<string> RunPaths(string library) => [.. Entry(library, "(RPATH)"), .. Entry(library, "(RUNPATH)")];

    /// <summary>How many relocations of a kind the loader has to make.</summary>
    public static int Relocations(string library, string kind) =>
        ReadElf("--relocs", library).Count(line => line.Contains(kind, StringComparison.Ordinal));

    /// <summary>How many bytes of thread-local storage each thread gets for it.</summary>
    public static int ThreadStorageSize(string library) =>
        Convert.ToInt32(ReadElf("--program-headers", library).Select(Words).Single(words => words is ["TLS", ..])[5], 16);

    private static List<string> Entry(string library, string tag) =>
        [.. ReadElf("--dynamic", library).Where(line => line.Contains(tag, StringComparison.Ordinal)).Select(line => line.Split('[', ']')[1])];

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string[] ReadElf(string what, string library)
    {
        Outcome outcome = NativeProcess.Run("readelf", ["--wide", what, library], []);
        Assert.True(outcome.Status == 0, $"readelf {what} {library}: {outcome}");
        return outcome.Output.Split('\n');
    }
}
