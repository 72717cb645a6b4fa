using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Rustrt.Docs.Tests.Support;

namespace Rustrt.Docs.Tests;

/// <summary>
/// Examples that name an example program are run as they stand, on what <c>./migrate build</c> left. They exit with 0, or with
/// the code that a remark behind them says.
/// </summary>
public sealed partial class ExampleTests
{
    private const string Program = "artifacts/callers/";
    private static readonly TimeSpan s_hangs = TimeSpan.FromMinutes(1);

    public static TheoryData<string, int> Examples
    {
        get
        {
            var examples = new TheoryData<string, int>();
            foreach (var line in Repository.ProductPages.SelectMany(page => Page.Read(page).Lines).Where(line => line.InFence && Command().IsMatch(line.Text)))
            {
                examples.Add(line.Text.Split('#')[0].Trim(), ExitRemark().Match(line.Text) is { Success: true } remark
                    ? int.Parse(remark.Groups[1].Value, CultureInfo.InvariantCulture) : 0);
            }
            return examples;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_does_what_it_says(string command, int status)
    {
        // The launcher would build its tool anew beside a running test; the tool itself lies here.
        var line = command.Replace("./migrate ", $"dotnet '{AppContext.BaseDirectory}migrate.dll' ", StringComparison.Ordinal);
        var start = new ProcessStartInfo("bash", ["-c", line]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["RUSTRT_MIGRATE_ROOT"] = Repository.Root;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var hangs = new CancellationTokenSource(s_hangs);
        try
        {
            await process.WaitForExitAsync(hangs.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{command} did not end");
        }
        Assert.True(process.ExitCode == status, $"{command} exited with {process.ExitCode}, not with {status}:\n{await output}{await errors}");
    }

    [GeneratedRegex($"^[^#]*{Program}")]
    private static partial Regex Command();

    [GeneratedRegex(@"# exits with (\d+)")]
    private static partial Regex ExitRemark();
}
