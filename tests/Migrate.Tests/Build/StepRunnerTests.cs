using Rustrt.Migrate.Build;
using Rustrt.Migrate.Terminal;

namespace Rustrt.Migrate.Tests.Build;

[Collection(StartsProcesses.Name)]
public sealed class StepRunnerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
    }

    [Fact]
    public async Task A_command_s_output_goes_to_the_log_of_its_step()
    {
        Assert.True(await Run(new Step("greet", "greeting", step => step.Run("sh", "-c", "echo hello; echo trouble >&2"))));
        var log = await File.ReadAllTextAsync(_folder["artifacts/logs/greet.log"]);
        Assert.Contains("$ sh -c 'echo hello; echo trouble >&2'", log);
        Assert.Contains("hello", log);
        Assert.Contains("trouble", log);
        Assert.DoesNotContain("hello", _output.ToString());
    }

    [Fact]
    public async Task A_failure_ends_the_row_and_shows_the_end_of_the_log_and_its_path()
    {
        var reached = false;
        Assert.False(await Run(
            new Step("fails", "failing", step => step.Run("sh", "-c", "seq 100; echo the reason; exit 3")),
            new Step("later", "later", _ => Task.FromResult(reached = true))));
        Assert.False(reached);
        var output = _output.ToString();
        Assert.Contains("FAILED", output);
        Assert.Contains("sh ended with exit status 3", output);
        Assert.Contains("| the reason", output);
        Assert.DoesNotContain("| 10\n", output);
        Assert.Contains("the whole log: artifacts/logs/fails.log", output);
    }

    [Fact]
    public async Task A_command_that_is_not_there_fails_its_step()
    {
        Assert.False(await Run(new Step("absent", "absent", step => step.Run("no-such-command-anywhere"))));
        Assert.Contains("no-such-command-anywhere could not be started", _output.ToString());
    }

    [Fact]
    public async Task The_log_ends_with_what_the_step_took_of_the_processors()
    {
        var before = ProcessorTime.OfChildren;
        Assert.True(await Run(new Step("computes", "computing", step => step.Run("sh", "-c", "i=0; while [ $i -lt 300000 ]; do i=$((i + 1)); done"))));
        Assert.True(ProcessorTime.OfChildren > before);
        Assert.Matches(@"^took \d+\.\d s; processors \d+\.\d s$", File.ReadLines(_folder["artifacts/logs/computes.log"]).Last());
    }

    [Fact]
    public async Task A_copy_is_renewed_only_when_it_differs()
    {
        await File.WriteAllTextAsync(_folder["from"], "one");
        await Run(Copying());
        File.SetLastWriteTimeUtc(_folder["to"], DateTime.UnixEpoch);
        await Run(Copying());
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(_folder["to"]));
        await File.WriteAllTextAsync(_folder["from"], "two");
        await Run(Copying());
        Assert.Equal("two", await File.ReadAllTextAsync(_folder["to"]));
    }

    [Fact]
    public async Task Whoever_builds_in_the_same_checkout_is_waited_for()
    {
        var layout = new RepositoryLayout(_folder.Path);
        var reached = false;
        Task<bool> run;
        using (await BuildLock.Take(layout, () => Assert.Fail("nobody else builds here"), CancellationToken.None))
        {
            run = Run(new Step("build", "building", _ => Task.FromResult(reached = true)));
            Assert.Contains("another ./migrate builds in this checkout; waiting for it", _output.ToString());
            Assert.False(reached);
        }
        Assert.True(await run);
        Assert.True(reached);
        using var free = BuildLock.TryTake(layout);
        Assert.NotNull(free);
    }

    private Step Copying() => new("copy", "copying", step =>
    {
        step.Copy(_folder["from"], _folder["to"]);
        return Task.CompletedTask;
    });

    private Task<bool> Run(params Step[] steps) =>
        new StepRunner(new RepositoryLayout(_folder.Path), Screen.Create(_output, isTerminal: false)).RunAll(steps, CancellationToken.None);
}
