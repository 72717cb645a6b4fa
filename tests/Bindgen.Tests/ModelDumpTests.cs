using Bindgen.Tests.Support;
using Rustrt.Bindgen.Cli;
using Rustrt.Bindgen.Emitting;

namespace Bindgen.Tests;

/// <summary>The model written as JSON and read back gives the same files, without headers and without libclang.</summary>
public sealed class ModelDumpTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("small.h", "manifest.json")]
    [InlineData("Handles/box.h", "Handles/manifest.json")]
    public void Read_back_it_gives_the_same_files(string header, string manifest)
    {
        string kinds = string.Join(',', Models.Words);
        Outcome write = CommandLine.BindgenOn(
            Repository.Golden(header), Repository.Golden(manifest), _folder.File("out"), "--emit", kinds);
        Outcome check = Tool.Run(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "bindgen.dll"), "--model", _folder.File("out/model.g.json"),
                "--emit", kinds, "--out", _folder.File("out"), "--check"],
            ("BINDGEN_LIBCLANG", "/nowhere/libclang.so"));

        Assert.Equal(ExitCode.Success, write.ExitCode);
        Assert.Equal(new Outcome(ExitCode.Success, "", ""), check);
    }

    [Theory]
    [InlineData("", "not a model: ")]
    [InlineData("null", "the file holds no model")]
    [InlineData("{}", "not a model: ")]
    [InlineData("{ \"Library\": 1 }", "not a model: ")]
    public void What_is_no_model_is_said(string text, string message)
    {
        string file = _folder.Write("model.json", text);

        Outcome outcome = CommandLine.Bindgen("--model", file, "--out", _folder.File("out"));

        Assert.Equal(ExitCode.Parse, outcome.ExitCode);
        Assert.Matches($"^{System.Text.RegularExpressions.Regex.Escape(file)}(:\\d+)?: error: {message}", outcome.Errors);
        Assert.False(Directory.Exists(_folder.File("out")));
    }
}
