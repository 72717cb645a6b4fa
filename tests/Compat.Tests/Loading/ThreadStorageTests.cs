using System.Globalization;
using Rustrt.Compat.Tests.Abi;
using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Loading;

/// <summary>Thread-local storage of the C# library, which every upcall asks for (src/Compat/Native/static_tls.S).</summary>
public sealed class ThreadStorageTests
{
    private static readonly string s_library = Path.Combine(Repository.Router, Repository.NewName);

    /// <summary>The C library sets 1664 bytes aside for all libraries that a process opens late.</summary>
    [Fact]
    public void It_leaves_room_for_that_of_other_libraries()
    {
        int size = Elf.ThreadStorageSize(s_library);

        Assert.InRange(size, 1, 512);
        Assert.Contains($"{size.ToString(CultureInfo.InvariantCulture)} bytes", File.ReadAllText(Repository.Source("src/Compat/Native/static_tls.S")), StringComparison.Ordinal);
    }

    /// <summary>What threads and thread statics are found by is loaded, not called for.</summary>
    [Fact]
    public void It_is_found_without_a_call() =>
        Assert.True(Elf.Relocations(s_library, "R_X86_64_TPOFF64") >= 2, "linked without src/Compat/Native/static_tls.S");
}
