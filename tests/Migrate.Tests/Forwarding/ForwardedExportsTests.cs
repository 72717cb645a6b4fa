using Rustrt.Migrate.Elf;
using Rustrt.Migrate.Forwarding;
using Rustrt.Migrate.Tests.Elf;

namespace Rustrt.Migrate.Tests.Forwarding;

public sealed class ForwardedExportsTests
{
    private const string Map = "/* of\n * rust_start; */\n{\nglobal:\n    rust_start;\n    new_task;\nlocal:\n    *;\n};\n";

    [Fact]
    public void The_old_API_and_what_passes_between_the_backends_are_no_extras()
    {
        var exports = ForwardedExports.Of(Library("rust_start", "rustrt_legacy_bind", "old_b", "old_a", "_end"), Map);

        Assert.Equal(["old_a", "old_b"], exports.Functions);
        Assert.Empty(exports.LeftOut);
    }

    [Fact]
    public void A_name_that_the_assembler_cannot_write_is_told() =>
        Assert.Equal([("old-c", "the assembler cannot write its name")], ForwardedExports.Of(Library("old-c"), Map).LeftOut);

    [Fact]
    public void Weak_functions_and_variables_are_told()
    {
        // The C library of this machine has both.
        var exports = ForwardedExports.Of(ElfImage.Read("/lib/x86_64-linux-gnu/libc.so.6"), Map);

        Assert.Contains("printf", exports.Functions);
        Assert.Contains(("stdout", "it is no function"), exports.LeftOut);
        Assert.Contains(("fork", "it is weak: who imports it has it, too"), exports.LeftOut);
    }

    [Fact]
    public void The_version_script_gains_them_and_the_list_numbers_them()
    {
        var exports = ForwardedExports.Of(Library("old_b", "old_a"), Map);

        Assert.Contains("    new_task;\n    old_a;\n    old_b;\nlocal:\n", exports.Map(Map), StringComparison.Ordinal);
        Assert.EndsWith("#define ROUTER_EXTRA_LIST(X) \\\n    X(0, old_a) \\\n    X(1, old_b)\n", exports.List(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_is_known_by_the_old_API() =>
        Assert.Equal((1, 0), (ForwardedExports.Known(Library("rust_start", "old_a"), Map), ForwardedExports.Known(Library("old_a"), Map)));

    private static ElfImage Library(params string[] exports) =>
        ElfImage.Parse(exports.Aggregate(new ElfBuilder(), (builder, name) => builder.Exports(name)).Build());
}
