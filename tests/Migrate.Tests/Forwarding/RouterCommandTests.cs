using System.Diagnostics;
using Rustrt.Migrate.Commands;

namespace Rustrt.Migrate.Tests.Forwarding;

/// <summary>
/// A program that uses more of its legacy library than the old API, in its own process on the router that <c>./migrate router</c>
/// builds for that library. Needs what <c>./migrate build</c> leaves.
/// </summary>
[Collection(StartsProcesses.Name)]
public sealed class RouterCommandTests : IClassFixture<RouterCommandTests.OwnRouter>
{
    private const int Unserved = 119, Aborted = 134;
    private const string Nothing = "in a legacy library only, and this setting loads none: ", First = "first 36.75\n", Sum = "in a task 36.75\n", Ids = "task 1 is 1\n", End = "status 0\n";

    private readonly OwnRouter _router;

    public RouterCommandTests(OwnRouter router) => _router = router;

    /// <summary>The router, and the program, which is linked to the library with the extra functions.</summary>
    public sealed class OwnRouter : IAsyncLifetime, IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public string Folder => _folder["router"];

        public string Program => _folder["extras"];

        public async Task InitializeAsync()
        {
            string library = Path.Combine(Repository.Layout.LegacyDirectory, "with-extras");
            Assert.Equal(0, await new RouterCommand(Repository.Layout).Parse([Path.Combine(library, "librustrt.so"), "--output", Folder]).InvokeAsync());
            var (status, _, errors) = Start("gcc", "-std=gnu11", "-O1", "-I", Repository.Layout.At("legacy", "include"), "-o", Program,
                Repository.Layout.At("tests", "Compat.Tests", "callers", "extras.c"), "-L", library, "-lrustrt", "-lpthread");
            Assert.True(status == 0, errors);
        }

        public Task DisposeAsync() => Task.CompletedTask;

        public void Dispose() => _folder.Dispose();
    }

    [Theory]
    [InlineData("all=legacy", "first", First + Sum + Ids + End)]
    [InlineData("all=legacy", "", Sum + Ids + End)]
    [InlineData("all=legacy;time=new", "first", First + Sum + Ids + End)]
    [InlineData("all=new;locks=legacy", "sum", Sum + End)]
    public void It_works_wherever_the_legacy_library_is_loaded(string setting, string word, string output) =>
        Assert.Equal((0, output, ""), Run(setting, word));

    [Fact]
    public void It_is_refused_by_name_where_none_is()
    {
        var (status, output, errors) = Run("all=new", "sum");

        Assert.Equal((Unserved, ""), (status, output));
        Assert.StartsWith($"rustrt: {Nothing}old_sum\nrustrt: {Nothing}old_task_id\nrustrt: the program imports what its setting cannot serve; ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_call_itself_aborts_where_that_is_wanted()
    {
        var (status, output, errors) = Run("all=new", "sum", ("RUSTRT_MISSING", "call"));

        Assert.Equal((Aborted, "", $"rustrt: {Nothing}old_sum\n"), (status, output, errors));
    }

    [Fact]
    public void A_file_that_falls_back_to_the_old_runtime_does_so_for_it()
    {
        string file = Path.Combine(_router.Folder, "fallback.switch");
        File.WriteAllText(file, "all=new\non-error=legacy\n");

        var (status, output, errors) = Run(null, "sum", ("RUSTRT_SWITCH_FILE", file));

        Assert.Equal((0, Sum + End), (status, output));
        Assert.Contains($"{Nothing}old_sum", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_that_lacks_it_is_told()
    {
        var (status, _, errors) = Run("all=legacy", "sum", ("RUSTRT_LEGACY", Repository.Layout.LegacyWithoutSeams));

        Assert.Equal(Unserved, status);
        Assert.StartsWith("rustrt: not in the legacy library: old_sum\nrustrt: not in the legacy library: old_task_id\n", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_legacy_library_is_refused()
    {
        Assert.Equal(ExitCode.NotElf, await new RouterCommand(Repository.Layout).Parse(["/lib/x86_64-linux-gnu/libc.so.6"]).InvokeAsync());
        Assert.Equal(ExitCode.NotElf, await new RouterCommand(Repository.Layout).Parse([Repository.Layout.At("README.md")]).InvokeAsync());
        Assert.Equal(ExitCode.NotElf, await new RouterCommand(Repository.Layout).Parse(["/"]).InvokeAsync());
        Assert.Equal(ExitCode.NotFound, await new RouterCommand(Repository.Layout).Parse(["/nowhere/librustrt.so"]).InvokeAsync());
    }

    private (int Status, string Output, string Errors) Run(string? setting, string word, params (string Name, string Value)[] variables)
    {
        (string, string)[] all = [("LD_LIBRARY_PATH", _router.Folder), ("LD_BIND_NOW", "1"), ("RUST_MIN_STACK", "262144"), ("RUST_THREADS", "1"),
            .. setting is null ? [] : new[] { ("RUSTRT_SWITCH", setting) }, .. variables];
        return Start("env", [.. all.Select(one => $"{one.Item1}={one.Item2}"), _router.Program, word]);
    }

    private static (int, string, string) Start(string command, params string[] arguments)
    {
        ProcessStartInfo start = new(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output.GetAwaiter().GetResult(), errors);
    }
}
