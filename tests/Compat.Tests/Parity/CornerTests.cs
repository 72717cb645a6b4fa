using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Parity;

/// <summary>
/// Corners of the core: combinations of what docs/legacy/observed-behaviour.md states, odd values of variables, and what is
/// left after an end. They end alike on the legacy library itself, the router with everything legacy and the router with
/// everything new, with one thread and with two; in the full tier on the mixtures as well.
/// </summary>
public sealed class CornerTests
{
    // The new log on the old core knows the stack only by the limit word, which is 0 while a failure unwinds (MIGRATION.md,
    // differences to expect).
    private static readonly HashSet<string> s_notOnMixtures = ["logging_in_a_destructor_on_the_rust_stack_aborts"];

    public static TheoryData<string> Cases => [.. CaseProgram.Cases(Compiler.Own("corners.cpp"))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Ends_alike(string name) => CaseProgram.Check(Compiler.Cases("corners.cpp"), name,
        Tier.IsFull && !s_notOnMixtures.Contains(name) ? [.. Backing.All, .. Backing.Mixtures] : Backing.All);

    [Fact]
    public void What_is_left_out_is_a_case_that_there_is() =>
        Assert.Subset(CaseProgram.Cases(Compiler.Own("corners.cpp")).ToHashSet(), s_notOnMixtures);
}
