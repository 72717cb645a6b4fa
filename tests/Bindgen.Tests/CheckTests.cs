using Bindgen.Tests.Support;
using Rustrt.Bindgen.Cli;

namespace Bindgen.Tests;

/// <summary>--check tells stale output from fresh, and the output folder keeps to its own files.</summary>
public sealed class CheckTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public CheckTests() => Assert.Equal(ExitCode.Success, Run().ExitCode);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Fresh_output_passes_in_silence() => Assert.Equal(new Outcome(ExitCode.Success, "", ""), Run("--check"));

    [Fact]
    public void A_changed_line_is_shown_and_left_alone()
    {
        string file = _folder.File("NativeMethods.g.cs");
        string changed = File.ReadAllText(file).Replace("small_open()", "small_closed()", StringComparison.Ordinal);
        File.WriteAllText(file, changed);

        Outcome outcome = Run("--check");

        Assert.Equal(ExitCode.Stale, outcome.ExitCode);
        Assert.Contains("stale: NativeMethods.g.cs", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("-     public static partial small_opaque* small_closed();", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("+     public static partial small_opaque* small_open();", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(changed, File.ReadAllText(file));
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        File.Delete(_folder.File("router/router.g.map"));

        Outcome outcome = Run("--check");

        Assert.Equal(ExitCode.Stale, outcome.ExitCode);
        Assert.Contains("missing: router/router.g.map", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_generated_any_more_is_named_and_deleted_when_writing()
    {
        string leftover = _folder.File("Services/IGone.g.cs");
        File.Copy(_folder.File("Services/IPlain.g.cs"), leftover);

        Outcome check = Run("--check");
        Outcome write = Run();

        Assert.Equal(ExitCode.Stale, check.ExitCode);
        Assert.Contains("not generated any more: Services/IGone.g.cs", check.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, write.ExitCode);
        Assert.False(File.Exists(leftover));
    }

    [Fact]
    public void A_model_that_is_not_asked_for_any_more_is_deleted()
    {
        Assert.Equal(ExitCode.Success, Run("--emit", "pinvoke,model").ExitCode);
        Assert.True(File.Exists(_folder.File("model.g.json")));

        Assert.Equal(ExitCode.Success, Run("--emit", "pinvoke").ExitCode);

        Assert.False(File.Exists(_folder.File("model.g.json")));
    }

    [Fact]
    public void Files_of_others_are_left_alone()
    {
        string handWritten = _folder.Write("Notes.g.cs", "// by hand\n");

        Assert.Equal(ExitCode.Success, Run().ExitCode);
        Assert.Equal(ExitCode.Success, Run("--check").ExitCode);
        Assert.True(File.Exists(handWritten));
    }

    [Fact]
    public void Writing_again_touches_nothing()
    {
        string file = _folder.File("Types.g.cs");
        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);

        Outcome outcome = Run();

        Assert.EndsWith("files, 0 changed\n", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(file));
    }

    private Outcome Run(params string[] more) =>
        CommandLine.BindgenOn(Repository.Golden("small.h"), Repository.Golden("manifest.json"), _folder.Path, more);
}
