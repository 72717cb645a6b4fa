using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Parity;

/// <summary>
/// Corners of the core: combinations of what docs/legacy/observed-behaviour.md states, odd values of variables, and what is
/// left after an end. Everything legacy and everything new end alike, with one thread and with two; those of stacks also where stacks, the
/// core or debug are alone, in the full tier all on all mixtures.
/// </summary>
public sealed class CornerTests
{
    private static readonly string[] s_files =
        ["corners_stacks.cpp", "corners_start.cpp", "corners_tasks.cpp", "corners_events.cpp", "corners_failure.cpp", "corners_exit.cpp", "corners_segments.cpp",
         "corners_segments_late.cpp"];

    public static TheoryData<string, string> Cases => CaseProgram.OfFiles(s_files);

    [Theory]
    [MemberData(nameof(Cases))]
    public void End_alike(string file, string name) => CaseProgram.Check(Compiler.Cases(file), name,
        [.. Backing.All, .. Backing.MixturesFor(name, UnitsOf(file))]);

    private static string[] UnitsOf(string file) =>
        file.StartsWith("corners_segments", StringComparison.Ordinal) || file == "corners_stacks.cpp" ? ["stacks", "core", "debug"] : [];
}
