using Rustrt.Migrate.Build;
using Rustrt.Migrate.Running;

namespace Rustrt.Migrate.Tests.Running;

public class SwitchedEnvironmentTests
{
    private static readonly RepositoryLayout s_layout = new("/repo");

    [Fact]
    public void Sets_the_switch_and_the_router_and_nothing_else()
    {
        var variables = SwitchedEnvironment.For(s_layout, "all=new", libraryPath: null, threads: null, trace: false, callsFile: null);
        Assert.Equal(new Dictionary<string, string>
        {
            ["RUSTRT_SWITCH"] = "all=new",
            ["LD_LIBRARY_PATH"] = "/repo/artifacts/native/router",
        }, variables);
    }

    [Fact]
    public void Keeps_the_users_library_path_behind_the_router() => Assert.Equal("/repo/artifacts/native/router:/own:/other",
        SwitchedEnvironment.For(s_layout, "all=new", "/own:/other", null, false, null)["LD_LIBRARY_PATH"]);

    [Fact]
    public void Options_become_variables()
    {
        var variables = SwitchedEnvironment.For(s_layout, "all=new", "", threads: 2, trace: true, callsFile: "/tmp/calls");
        Assert.Equal("2", variables["RUST_THREADS"]);
        Assert.Equal("1", variables["RUSTRT_SWITCH_TRACE"]);
        Assert.Equal("/tmp/calls", variables["RUSTRT_CALLS"]);
    }
}
