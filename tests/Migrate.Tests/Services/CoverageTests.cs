using Rustrt.Migrate.Elf;
using Rustrt.Migrate.Services;
using Rustrt.Migrate.Tests.Elf;

namespace Rustrt.Migrate.Tests.Services;

public class CoverageTests
{
    private static readonly Coverage s_coverage = Coverage.Parse("""
        { "library": "librustrt.so", "symbols": [
          { "name": "rust_start", "service": "default-sched", "unit": "core", "context": "global", "newServes": true },
          { "name": "new_task", "service": "scheduling", "unit": "core", "context": "task", "newServes": true },
          { "name": "rust_list_files", "service": "filesystem", "unit": "filesystem", "newServes": false },
          { "name": "rust_getcwd", "service": "filesystem", "unit": "filesystem", "newServes": true },
          { "name": "debug_box", "service": "debug", "unit": "debug", "newServes": false } ] }
        """);

    [Fact]
    public void Groups_a_programs_imports_by_service()
    {
        var image = ElfImage.Parse(new ElfBuilder().Needs("librustrt.so").Imports("malloc").Imports("rust_list_files").Imports("rust_start")
            .Imports("rust_getcwd").Exports("debug_box").Build());
        var uses = s_coverage.UsedBy(image);
        Assert.Equal(["default-sched", "filesystem"], uses.Select(use => use.Service));
        Assert.Equal(["rust_list_files", "rust_getcwd"], uses[1].Functions);
        Assert.Equal(["rust_list_files"], uses[1].NotServedByNew);
        Assert.Empty(uses[0].NotServedByNew);
    }

    [Fact]
    public void The_generated_list_can_be_read() => Assert.Contains(Coverage.Read(Repository.Layout).Symbols, symbol => symbol.Name == "rust_start");
}
