using System.ComponentModel;
using System.Text.RegularExpressions;
using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Abi;

/// <summary>
/// The legacy library has the types that rustrt.h tells callers: libabigail's abidiff compares its debug information with
/// that of a stub, a library whose functions are the header's declarations and do nothing.
/// </summary>
public sealed partial class TypeTests
{
    // abidiff's status is a set of bits: 4 says that something differs, 1 and 2 that it could not compare.
    private const int Differs = 4;

    [Fact]
    public void Of_the_legacy_library_are_those_of_the_header()
    {
        using TemporaryFolder folder = new();
        Outcome outcome = Compare(Stub(folder, header => header));

        Assert.True(outcome.Status == 0, outcome.ToString());
    }

    [Theory]
    [InlineData("size_t rust_sched_threads(void)", "uint32_t rust_sched_threads(void)", "rust_sched_threads")]
    [InlineData("size_t fill, alloc;", "size_t alloc, fill;", "rust_vec")]
    public void A_difference_is_seen(string words, string others, string named)
    {
        using TemporaryFolder folder = new();
        Outcome outcome = Compare(Stub(folder, header => header.Contains(words, StringComparison.Ordinal) ? header.Replace(words, others, StringComparison.Ordinal)
            : throw new InvalidOperationException($"rustrt.h no longer has \"{words}\"")));

        Assert.True((outcome.Status & Differs) != 0 && outcome.Output.Contains(named, StringComparison.Ordinal), outcome.ToString());
    }

    private static Outcome Compare(string stub)
    {
        string suppressions = $"{stub}.suppressions", library = Path.Combine(Repository.Legacy, Repository.RouterName);
        // What the router and the legacy library have between them is no part of the API.
        File.WriteAllText(suppressions, "[suppress_function]\nname_regexp = ^rustrt_legacy_(bind|use)$\n");
        try
        {
            return NativeProcess.Run("abidiff", ["--suppressions", suppressions, library, stub], []);
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException("there is no abidiff; install it with: apt-get install abigail-tools", missing);
        }
    }

    /// <summary>The library that the header declares, or the header with a change.</summary>
    private static string Stub(TemporaryFolder folder, Func<string, string> change)
    {
        string header = change(File.ReadAllText(Repository.Source("legacy/include/rustrt.h")));
        File.WriteAllText(folder["rustrt.h"], header);
        File.Copy(Repository.Source("legacy/include/rustrt_uv.h"), folder["rustrt_uv.h"]);
        string[] functions = [.. Declaration().Matches(header).Select(match => $"{match.Groups[1].Value} {{ __builtin_trap(); }}")];
        Assert.Equal(OldApi.Count, functions.Length);
        // C++, as the legacy library is: C's typedefs of records would be types of their own in its debug information.
        File.WriteAllText(folder["stub.cpp"], $"#include \"rustrt_uv.h\"\nextern \"C\" {{\n{string.Join('\n', functions)}\n}}\n");

        Outcome compile = NativeProcess.Run("g++",
            ["-std=c++17", "-g", "-shared", "-fPIC", "-fno-builtin", $"-Wl,-soname,{Repository.RouterName}", folder["stub.cpp"], "-o", folder[Repository.RouterName]], []);
        Assert.True(compile.Status == 0, compile.Errors);
        return folder[Repository.RouterName];
    }

    [GeneratedRegex(@"^RUSTRT_API\([^)]*\)\s+([^;{]+?);", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
