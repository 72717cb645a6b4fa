using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Parity;

/// <summary>
/// Where the machine gives no more: 100,000 tasks and storms of kills and failures in 4 GiB of addresses, memory, threads and
/// descriptors that run out. The legacy library is the measure: nothing hangs that did not, and every status is its own.
/// </summary>
public sealed class LimitsTests
{
    private const string Source = "limits.cpp";

    public static TheoryData<string> Cases => [.. CaseProgram.Cases(Compiler.Own(Source))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void End_alike(string name) => CaseProgram.Check(Compiler.Cases(Source), name, [.. Backing.All, .. Backing.MixturesOf("stacks", "core")]);
}
