using System.Text;
using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Abi;

/// <summary>A program cannot tell the libraries apart by what they export.</summary>
public sealed class ExportedSymbolsTests
{
    // Ours, beside the old API: how the router and the legacy library, a .NET host, or the router of librustcore.so meet.
    private static readonly string[] s_ours = ["rustrt_legacy_bind", "rustrt_legacy_use", "rustrt_router_host_bind", "rustrt_router_join"];

    private static readonly string[] s_ofTheSystem = ["libc.so.6", "libm.so.6", "libgcc_s.so.1", "libz.so.1", "libedit.so.2", "libuv.so.1"];

    public static TheoryData<string> Libraries => new(
        Path.Combine("legacy", Repository.RouterName), Path.Combine("router", Repository.LegacyName), Path.Combine("router", Repository.RouterName));

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Exports_the_functions_of_the_old_API_and_no_others(string library)
    {
        SortedSet<string> exports = Elf.Exports(PathOf(library));
        exports.ExceptWith(s_ours);

        Assert.Equal(OldApi.Functions.Select(function => function.Symbol).Order(StringComparer.Ordinal), exports);
        Assert.Equal(OldApi.Count, exports.Count);
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Bears_the_name_that_callers_ask_for(string library) => Assert.Equal(Repository.RouterName, Elf.SharedObjectName(PathOf(library)));

    [Fact]
    public void The_library_half_exports_the_same_beside_the_router_and_bears_the_same_name()
    {
        string old = Repository.CoreLibrary, router = Path.Combine(Repository.Router, Repository.CoreName);

        Assert.Equal(Elf.Exports(old), Elf.Exports(router));
        Assert.Equal(Elf.SharedObjectName(old), Elf.SharedObjectName(router));
        Assert.DoesNotContain(Elf.Needed(router), name => name.StartsWith("libstdc++", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Every_function_of_the_old_API_links(string library)
    {
        using TemporaryFolder folder = new();
        StringBuilder source = new();
        foreach ((string symbol, _) in OldApi.Functions) source.Append("void ").Append(symbol).Append("(void);\n");
        source.Append("void (*const all[])(void) = {").AppendJoin(", ", OldApi.Functions.Select(function => function.Symbol)).Append("};\n");
        source.Append("int main(void) { return all[0] == 0; }\n");
        File.WriteAllText(folder["all.c"], source.ToString());

        // -z defs: nothing may stay undefined, so a missing function is an error of the linker that names it.
        Outcome link = NativeProcess.Run("gcc", ["-fno-builtin", folder["all.c"], "-o", folder["all"], PathOf(library), "-Wl,-z,defs", "-Wl,--allow-shlib-undefined"], []);
        Assert.True(link.Status == 0, link.Errors);
    }

    [Fact]
    public void Symbols_and_their_versions_are_those_of_the_legacy_library()
    {
        Assert.Equal(Definitions(Path.Combine("legacy", Repository.RouterName)), Definitions(Path.Combine("router", Repository.RouterName)));

        static IEnumerable<string> Definitions(string library) => Elf.Definitions(PathOf(library)).Where(name => !s_ours.Contains(name.Split('@')[0]));
    }

    // One that a library of the system has, too, would take the calls of the whole process: a program finds the first that is loaded.
    [Theory]
    [InlineData("legacy", Repository.RouterName)]
    [InlineData("legacy", Repository.CoreName)]
    [InlineData("router", Repository.RouterName)]
    [InlineData("router", Repository.LegacyName)]
    [InlineData("router", Repository.NewName)]
    public void No_name_of_a_library_of_the_system_is_captured(string folder, string library)
    {
        string path = Path.Combine(folder == "legacy" ? Repository.Legacy : Repository.Router, library);
        IEnumerable<string> ours = Elf.Definitions(path).Select(Name);

        Assert.NotEmpty(ours);
        Assert.All(s_ofTheSystem, system => Assert.Empty(ours.Intersect(Elf.Definitions(Located(system)).Select(Name))));

        static string Name(string definition) => definition.Split('@')[0];
    }

    [Fact]
    public void The_libraries_of_the_system_are_read() =>
        Assert.Superset(new HashSet<string> { "malloc", "fork", "shutdown" }, Elf.Definitions(Located("libc.so.6")).Select(name => name.Split('@')[0]).ToHashSet());

    [Fact]
    public void The_router_needs_the_shared_unwinder_and_no_library_of_C_plus_plus()
    {
        IReadOnlyList<string> needed = Elf.Needed(Path.Combine(Repository.Router, Repository.RouterName));

        Assert.Contains("libgcc_s.so.1", needed);
        Assert.DoesNotContain(needed, name => name.StartsWith("libstdc++", StringComparison.Ordinal));
    }

    private static string Located(string library) => NativeProcess.Run("gcc", [$"-print-file-name={library}"], []).Output.Trim() is var path && Path.IsPathRooted(path)
        ? path : throw new InvalidOperationException($"gcc does not find {library}");

    private static string PathOf(string library)
    {
        string folder = library.StartsWith("legacy", StringComparison.Ordinal) ? Repository.Legacy : Repository.Router;
        return Path.Combine(folder, Path.GetFileName(library));
    }
}
