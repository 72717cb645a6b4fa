using System.Text.RegularExpressions;

namespace Rustrt.Compat.Tests.Support;

/// <summary>
/// A program of cases for the harness of legacy/tests: `program --check NAME` runs one, in a process of its own for each
/// number of threads it declares, and compares exit status, standard output and messages with what it declares.
/// </summary>
internal static partial class CaseProgram
{
    /// <summary>The names of the cases that a source file declares.</summary>
    public static IEnumerable<string> Cases(string source) =>
        File.ReadLines(source).Select(line => Declaration().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value);

    /// <summary>The cases of files of tests/Compat.Tests/callers: file and name.</summary>
    public static TheoryData<string, string> OfFiles(IEnumerable<string> files)
    {
        TheoryData<string, string> all = [];
        foreach (string file in files)
            foreach (string name in Cases(Compiler.Own(file))) all.Add(file, name);
        return all;
    }

    /// <summary>
    /// Checks one case on each backing, on each number of threads it declares: in the short tier where everything is new, elsewhere on one of
    /// them, which the case's name decides.
    /// </summary>
    /// <remarks>
    /// There are as many programs at a time as processors, since much of a case is waiting. Each goes through its share of the settings: to start
    /// it takes as long as a short case.
    /// </remarks>
    public static void Check(string program, string name, params IEnumerable<Backing> backings)
    {
        Backing[][] shares = [.. backings.GroupBy(backing => (backing.Folder, backing.OwnLegacy, IsRouter: backing.Setting != null)).SelectMany(InShares)];
        Outcome[] ended = [.. shares.AsParallel().AsOrdered().WithDegreeOfParallelism(Environment.ProcessorCount)
            .Select(share => Run(program, name, share[0], share.Select(backing => RunOf(name, backing)), []))];
        Assert.All(shares.Zip(ended), one => Assert.True(one.Second.Status == 0,
            $"{name} on {string.Join(", ", one.First.AsEnumerable())}: {one.Second.Output}{one.Second.Errors}"));
    }

    /// <summary>Checks one case on each number of threads; status 0 when it ended as it declares.</summary>
    public static Outcome Run(string program, string name, Backing backing, params (string Name, string Value)[] variables) =>
        Run(program, name, backing, [], variables);

    /// <summary>The same on one number of threads, unless the case declares others.</summary>
    public static Outcome RunOnOne(string program, string name, Backing backing, params (string Name, string Value)[] variables) =>
        Run(program, name, backing, [OneNumber(name)], variables);

    private static Outcome Run(string program, string name, Backing backing, IEnumerable<string> runs, (string Name, string Value)[] variables) =>
        // Placement is the new core's own unless it is told otherwise; some cases look at it.
        backing.Run(program, ["--check", name, .. runs], [("RUSTRT_PLACEMENT", "round-robin"), ("RUSTRT_MISSING", "call"), .. variables]);

    private static IEnumerable<Backing[]> InShares(IEnumerable<Backing> backings)
    {
        Backing[] all = [.. backings];
        return all.Chunk((all.Length + Environment.ProcessorCount - 1) / Environment.ProcessorCount);
    }

    // As the harness reads it.
    private static string RunOf(string name, Backing backing) =>
        (IsOnEachNumber(backing) ? "" : OneNumber(name)) + (backing.Setting == null ? "" : $"@{backing.Setting}");

    private static bool IsOnEachNumber(Backing backing) => Tier.IsFull || backing == Backing.AllNew;

    // Not by the sum of its letters, which decides which side a unit is alone on.
    private static string OneNumber(string name) => name.Length % 2 == 0 ? "1" : "2";

    [GeneratedRegex(@"^(?:CASE|START)\(([a-z0-9_]+),")]
    private static partial Regex Declaration();
}
