using System.Diagnostics;
using Rustrt.Docs.Tests.Support;

namespace Rustrt.Docs.Tests;

/// <summary>The table of services by context is what the marks in the sources say.</summary>
public sealed class GeneratedServicesTests : IDisposable
{
    private readonly string _page = Path.GetTempFileName();

    public void Dispose() => File.Delete(_page);

    [Fact]
    public void The_table_is_current() => Assert.Equal((0, ""), Generate(Path.Combine(Repository.Root, "docs/services.md"), "--check"));

    [Fact]
    public void A_table_that_is_not_is_told_and_written_again()
    {
        string current = Repository.Read("docs/services.md");
        File.WriteAllText(_page, current.Replace("| sleep |", "| slumber |", StringComparison.Ordinal));

        var (code, told) = Generate(_page, "--check");
        Assert.Equal((1, $"{_page} is not what the marks of the services say: run ./migrate bindgen\n"), (code, told));
        Assert.NotEqual(current, File.ReadAllText(_page));

        Assert.Equal(0, Generate(_page).Code);
        Assert.Equal(current, File.ReadAllText(_page));
    }

    private static (int Code, string Errors) Generate(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "rustrt-services.dll"), .. words]) { RedirectStandardError = true };
        using var process = Process.Start(start)!;
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, errors);
    }
}
