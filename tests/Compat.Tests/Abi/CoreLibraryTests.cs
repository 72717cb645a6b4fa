using System.Text.RegularExpressions;
using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Abi;

/// <summary>The core library is what its header says, and meets whatever runtime the search path names.</summary>
public sealed partial class CoreLibraryTests
{
    [Fact]
    public void Exports_the_functions_of_its_header_and_no_others() => Assert.Equal(
        Declaration().Matches(File.ReadAllText(Repository.Source("legacy/include/rustcore.h"))).Select(match => match.Groups[1].Value)
            .Order(StringComparer.Ordinal),
        Elf.Exports(Repository.CoreLibrary));

    [Fact]
    public void Asks_for_the_runtime_by_name_alone()
    {
        Assert.Equal(Repository.CoreName, Elf.SharedObjectName(Repository.CoreLibrary));
        Assert.Contains(Repository.RouterName, Elf.Needed(Repository.CoreLibrary));
        Assert.Empty(Elf.RunPaths(Repository.CoreLibrary));
    }

    [GeneratedRegex(@"^RUSTRT_API\([^)]*\)\s*[\w *]*?\b(rustcore_\w+)\(", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
