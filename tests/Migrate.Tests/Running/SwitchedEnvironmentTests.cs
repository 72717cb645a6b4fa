using Rustrt.Migrate.Build;
using Rustrt.Migrate.Running;

namespace Rustrt.Migrate.Tests.Running;

public class SwitchedEnvironmentTests
{
    private static readonly RepositoryLayout s_layout = new("/repo");

    [Fact]
    public void Sets_the_switch_and_the_router_and_nothing_else()
    {
        var variables = SwitchedEnvironment.For("all=new", "/path", threads: null, trace: false, callsFile: null);
        Assert.Equal(new Dictionary<string, string>
        {
            ["RUSTRT_SWITCH"] = "all=new",
            ["LD_LIBRARY_PATH"] = "/path",
        }, variables);
    }

    [Fact]
    public void Keeps_the_users_library_path_behind_the_router()
    {
        Assert.Equal("/repo/artifacts/native/router:/own:/other", SwitchedEnvironment.LibraryPath(s_layout, "/own:/other"));
        Assert.Equal("/repo/artifacts/native/router", SwitchedEnvironment.LibraryPath(s_layout, ""));
        Assert.Equal("/repo/artifacts/native/router", SwitchedEnvironment.LibraryPath(s_layout, null));
    }

    [Fact]
    public void Options_become_variables()
    {
        var variables = SwitchedEnvironment.For("all=new", "/path", threads: 2, trace: true, callsFile: "/tmp/calls");
        Assert.Equal("2", variables["RUST_THREADS"]);
        Assert.Equal("1", variables["RUSTRT_SWITCH_TRACE"]);
        Assert.Equal("/tmp/calls", variables["RUSTRT_CALLS"]);
    }
}
