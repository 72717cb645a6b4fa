using Bindgen.Tests.Support;

namespace Bindgen.Tests;

/// <summary>The bindings of real libraries compile, lie in memory as C says, and work.</summary>
public sealed class LibraryTests(BoundLibraries libraries) : IClassFixture<BoundLibraries>
{
    public static TheoryData<string> Names => [.. BoundLibraries.Names];

    public static TheoryData<string, int> NamesAndVersions
    {
        get
        {
            var all = new TheoryData<string, int>();
            foreach (string name in BoundLibraries.Names)
            {
                Array.ForEach(LibClangs.Versions, version => all.Add(name, version));
            }
            return all;
        }
    }

    public static TheoryData<string> Called => [.. BoundLibraries.Names.Except(["Corners", "Rustrt"])];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_bindings_believe_of_the_records_what_the_compiler_does(string library) =>
        Assert.Equal(new Outcome(0, "", ""), libraries.RunLayoutProgram(library));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_structs_lie_as_the_bindings_believe(string library)
    {
        Outcome outcome = libraries.Run("layouts", library);

        Assert.Matches("^[1-9][0-9]* records\ndone\n$", outcome.Output);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
    }

    [Theory]
    [MemberData(nameof(Called))]
    public void Calls_arrive(string library) => Assert.Equal(new Outcome(0, "done\n", ""), libraries.Run(library));

    [Theory]
    [MemberData(nameof(NamesAndVersions))]
    public void Each_libclang_gives_the_same_bytes(string library, int version)
    {
        Outcome outcome = libraries.CheckWith(version, library);

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Output));
    }

    [Fact]
    public void Comments_become_documentation()
    {
        string methods = File.ReadAllText(Path.Combine(libraries.Bindings("Kinds"), "NativeMethods.g.cs"));
        string types = File.ReadAllText(Path.Combine(libraries.Bindings("Kinds"), "Types.g.cs"));

        Assert.Contains("""
                /// <summary>Adds up what a record holds.</summary>
                /// <param name="bits">the record, &lt;b&gt;not&lt;/b&gt; null</param>
                /// <returns>the sum</returns>
                /// <remarks><c>int64_t kinds_sum_bits(const struct kinds_bits *bits)</c>.</remarks>
            """, methods, StringComparison.Ordinal);
        Assert.Contains("<c>kinds_handle_alias kinds_open(void)</c>. The handle is the library's.", methods, StringComparison.Ordinal);
        Assert.Contains("[LibraryImport(\"kinds\", EntryPoint = \"kinds_either\")]", methods, StringComparison.Ordinal);
        Assert.Contains("/// <summary>What can be one of several things.</summary>", types, StringComparison.Ordinal);
        Assert.Contains("/// <summary>which it is</summary>", types, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("void arr2(int a[2][3], const char *const names[])")]
    [InlineData("int (*fp_returning(int x))(int)")]
    [InlineData("void fnptr_struct(struct nested (*cb)(struct nested))")]
    public void Prototypes_are_as_C_writes_them(string prototype) => Assert.Contains(
        $"<c>{prototype}</c>", File.ReadAllText(Path.Combine(libraries.Bindings("Corners"), "NativeMethods.g.cs")), StringComparison.Ordinal);

    [Fact]
    public void A_comment_on_what_went_before_is_not_taken_for_one_on_what_follows() => Assert.DoesNotContain(
        "compresses as much data as possible", File.ReadAllText(Path.Combine(libraries.Bindings("Zlib"), "NativeMethods.g.cs")), StringComparison.Ordinal);
}
