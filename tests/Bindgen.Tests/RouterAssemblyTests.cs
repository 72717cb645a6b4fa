using Bindgen.Tests.Support;

namespace Bindgen.Tests;

/// <summary>The router's generated files assemble, link, export what they should, and pass calls on unharmed.</summary>
public sealed class RouterAssemblyTests : IDisposable
{
    private static readonly string Router = Path.Combine(Repository.Generated, "router");

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("router_stubs.g.S")]
    [InlineData("router_upcalls.g.S")]
    public void Assembles(string file)
    {
        Tool.Gcc("-c", "-Wa,--fatal-warnings", Path.Combine(Router, file), "-o", _folder.File("file.o"));

        Outcome sections = Tool.Run("readelf", ["-SW", _folder.File("file.o")]);
        Assert.Contains(".note.GNU-stack", sections.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_symbol_list_compiles_and_agrees_with_the_unit_enum() => Tool.Gcc(
        "-std=c11", "-Wpedantic", "-fsyntax-only", "-I", Path.GetDirectoryName(Repository.Headers[0])!,
        Path.Combine(Router, "router_symbols.g.h"));

    [Fact]
    public void The_library_exports_the_API_and_the_host_s_entry_alone()
    {
        string library = _folder.File("librustrt.so");
        string rest = _folder.Write("rest.S", """
                    .text
                    .globl router_lazy, router_trace, router_trace_entry, rustrt_router_host_bind
                    .hidden router_lazy, router_trace, router_trace_entry
                    .type rustrt_router_host_bind, @function
            router_lazy:
            router_trace:
            router_trace_entry:
            rustrt_router_host_bind:
                    ret
                    .bss
                    .globl router_calls, router_target
                    .hidden router_calls, router_target
            router_calls:
            router_target:
                    .skip 8 * 190
                    .section .note.GNU-stack,"",@progbits

            """);
        Tool.Gcc(
            "-shared", "-nostdlib", "-Wl,-z,defs", $"-Wl,--version-script={Path.Combine(Router, "router.g.map")}",
            "-o", library, Path.Combine(Router, "router_stubs.g.S"), rest);

        Outcome symbols = Tool.Run("nm", ["-D", "--defined-only", "--format=posix", library]);

        Assert.Equal(
            Models.Rustrt.Symbols.Select(symbol => symbol.Name).Append("rustrt_router_host_bind").Order(StringComparer.Ordinal),
            symbols.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0])
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Calls_of_the_old_API_arrive_with_their_caller()
    {
        Outcome outcome = RouterProgram.Run(Models.Rustrt, [Path.GetDirectoryName(Repository.Headers[0])!], "rustrt.h");

        Assert.Equal(new Outcome(0, "", ""), outcome);
    }

    [Fact]
    public void Calls_with_records_and_floating_point_arrive_with_their_caller()
    {
        Outcome outcome = RouterProgram.Run(Models.Golden, [Repository.Golden("")], "small.h");

        Assert.Equal(new Outcome(0, "", ""), outcome);
    }
}
