using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Parity;

/// <summary>
/// Outcomes that docs/legacy/observed-behaviour.md states, failures, aborts and hangs included: the legacy library itself,
/// the router with everything legacy and the router with everything new end alike, with one thread and with two.
/// </summary>
public sealed class MisuseTests
{
    // The new log on the old core knows the stack only by the limit word, which is 0 while a failure unwinds (MIGRATION.md,
    // differences to expect).
    private static readonly HashSet<string> s_notOnMixtures = ["logging_in_a_destructor_on_the_rust_stack_aborts"];

    public static TheoryData<string> CoreCases => CasesOf("misuse.cpp");

    public static TheoryData<string> CornerCases => CasesOf("corners.cpp");

    public static TheoryData<string> ServiceCases => CasesOf("misuse_services.cpp");

    public static TheoryData<string> ExceptionCases => CasesOf("exceptions.cpp");

    [Theory]
    [MemberData(nameof(CoreCases))]
    public void Of_the_core(string name) => CaseProgram.Check(Compiler.Cases("misuse.cpp"), name, BackingsOf(name));

    [Theory]
    [MemberData(nameof(CornerCases))]
    public void In_the_corners_of_the_core(string name) => CaseProgram.Check(Compiler.Cases("corners.cpp"), name, BackingsOf(name));

    [Theory]
    [MemberData(nameof(ServiceCases))]
    public void Of_the_services(string name) => CaseProgram.Check(Compiler.Cases("misuse_services.cpp"), name, BackingsOf(name));

    /// <summary>Exceptions of the caller stay with their tasks over every kind of park.</summary>
    [Theory]
    [MemberData(nameof(ExceptionCases))]
    public void Exceptions(string name) => CaseProgram.Check(Compiler.Cases("exceptions.cpp"), name, BackingsOf(name));

    private static IEnumerable<Backing> BackingsOf(string name) =>
        Tier.IsFull && !s_notOnMixtures.Contains(name) ? [.. Backing.All, .. Backing.Mixtures] : Backing.All;

    private static TheoryData<string> CasesOf(string file) => [.. CaseProgram.Cases(Compiler.Own(file))];
}
