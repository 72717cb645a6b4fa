using Bindgen.Tests.Support;
using Rustrt.Bindgen;
using Rustrt.Bindgen.Emitting;
using Rustrt.Bindgen.Model;
using Rustrt.Bindgen.Output;

namespace Bindgen.Tests;

/// <summary>
/// What bindgen makes of small headers, byte for byte. After a wanted change: UPDATE_GOLDEN=1 dotnet test, then read the diff.
/// </summary>
public sealed class GoldenTests
{
    [Fact]
    public void Output_is_what_is_checked_in() => Check(Models.Golden, "expected", Models.Words);

    [Fact]
    public void Handles_texts_and_other_names_are_what_is_checked_in() => Check(Models.Handles, "Handles/expected", ["pinvoke", "services", "facade", "model"]);

    [Fact]
    public void The_repository_s_generated_files_are_up_to_date()
    {
        Outcome outcome = CommandLine.Bindgen(
            [.. Repository.Headers.SelectMany(header => new[] { "--header", header }),
                "--emit", Models.WordsOfRepository, "--manifest", Repository.Manifest, "--out", Repository.Generated, "--check"]);

        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Errors);
    }

    private static void Check(BindingModel model, string folder, IReadOnlyCollection<string> kinds)
    {
        var expected = new OutputFolder(Repository.Golden(folder));
        IReadOnlyList<GeneratedFile> files = Generator.Emit(model, Emitters.Of(kinds));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            expected.Write(files);
        }
        Assert.Equal("", string.Concat(expected.FindStale(files).Select(file => file.Diff())));
    }
}
