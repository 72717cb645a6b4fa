using Bindgen.Tests.Support;
using Rustrt.Bindgen;
using Rustrt.Bindgen.Emitting;
using Rustrt.Bindgen.Output;

namespace Bindgen.Tests;

/// <summary>
/// What bindgen makes of a small header, byte for byte. After a wanted change: UPDATE_GOLDEN=1 dotnet test, then read the diff.
/// </summary>
public sealed class GoldenTests
{
    [Fact]
    public void Output_is_what_is_checked_in()
    {
        var expected = new OutputFolder(Repository.Golden("expected"));
        IReadOnlyList<GeneratedFile> files = Generator.Emit(Models.Golden, Emitters.Of(Emitters.Words));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            expected.Write(files);
        }
        Assert.Equal("", string.Concat(expected.FindStale(files).Select(file => file.Diff())));
    }

    [Fact]
    public void The_repository_s_generated_files_are_up_to_date()
    {
        Outcome outcome = CommandLine.Bindgen(
            [.. Repository.Headers.SelectMany(header => new[] { "--header", header }),
                "--manifest", Repository.Manifest, "--out", Repository.Generated, "--check"]);

        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Errors);
    }
}
