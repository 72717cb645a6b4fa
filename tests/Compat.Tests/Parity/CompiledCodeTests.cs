using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Parity;

/// <summary>
/// A program of the old compiler has no C++ library but the one that the old runtime brought along, and unwind tables that name
/// upcall_rust_personality. It must fail and unwind where the old runtime is gone.
/// </summary>
public sealed class CompiledCodeTests
{
    private static readonly string s_compiled = Compiler.C("compiled.c");

    public static TheoryData<string, string> Backings
    {
        get
        {
            TheoryData<string, string> all = [];
            foreach (Backing backing in Backing.All.Concat(Backing.Mixtures))
                foreach (string threads in new[] { "1", "2" }) all.Add(backing.Name, threads);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Backings))]
    public void Unwinds_without_a_cxx_library_of_its_own(string backing, string threads)
    {
        Outcome outcome = Backing.All.Concat(Backing.Mixtures).Single(b => b.Name == backing).Run(s_compiled, [], ("RUST_THREADS", threads));
        Assert.Equal((101, "child\ninner\ninner\nouter\n"), (outcome.Status, outcome.Output));
        Assert.Contains("rust: task failed at 'compiled', compiled.c:1\n", outcome.Errors, StringComparison.Ordinal);
    }
}
