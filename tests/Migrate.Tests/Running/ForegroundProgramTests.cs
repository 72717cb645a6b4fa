using Rustrt.Migrate.Running;

namespace Rustrt.Migrate.Tests.Running;

[Collection(StartsProcesses.Name)]
public class ForegroundProgramTests
{
    [Theory]
    [InlineData("exit 0", 0)]
    [InlineData("exit 7", 7)]
    [InlineData("exit 255", 255)]
    [InlineData("kill -ABRT $$", 134)]
    [InlineData("kill -SEGV $$", 139)]
    [InlineData("kill -KILL $$", 137)]
    public void The_programs_ending_becomes_ours(string script, int status) =>
        Assert.Equal(status, ForegroundProgram.Run("/bin/sh", ["-c", script], new Dictionary<string, string>()));

    [Fact]
    public void It_gets_the_variables_it_is_given_and_keeps_the_rest()
    {
        var variables = new Dictionary<string, string> { ["RUSTRT_SWITCH"] = "all=new" };
        Assert.Equal(0, ForegroundProgram.Run("/bin/sh", ["-c", "test \"$RUSTRT_SWITCH\" = all=new && test -n \"$PATH\""], variables));
    }
}
