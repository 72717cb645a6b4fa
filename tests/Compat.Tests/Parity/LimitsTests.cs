using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Parity;

/// <summary>
/// Where the machine gives no more: 100,000 tasks and storms of kills and failures in 4 GiB of addresses, memory, threads and
/// descriptors that run out. The old side is the measure: nothing hangs that did not, and every status is its own. With stacks
/// and core alone too, on the side that a case's name decides; in the full tier on all mixtures, and there only where a case takes the most memory.
/// </summary>
public sealed class LimitsTests
{
    private const string Source = "limits.cpp";

    private static readonly string[] s_largest = ["a_hundred_thousand_tasks_are_alive_at_once", "small_exchange_blocks_run_out", "small_boxes_run_out"];

    public static TheoryData<string> Cases => [.. CaseProgram.Cases(Compiler.Own(Source))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void End_alike(string name) => CaseProgram.Check(Compiler.Cases(Source), name,
        [.. Backing.All, .. Mixtures(name)]);

    private static IEnumerable<Backing> Mixtures(string name) =>
        Tier.IsFull ? Backing.MixturesFor(name) : s_largest.Contains(name) ? [] : [.. Backing.AloneFor(name, "stacks"), .. Backing.AloneFor(name, "core")];
}
