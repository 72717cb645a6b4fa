using Bindgen.Tests.Support;
using Rustrt.Bindgen.Cli;

namespace Bindgen.Tests;

/// <summary>Manifests that are no JSON, lack something, or contradict themselves or the headers.</summary>
public sealed class ManifestErrorTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\"prefix\": \"SMALL\",", "\"prefix\": \"SMALL\"", 4, "not valid JSON: ")]
    [InlineData("\"prefix\": \"SMALL\",", "\"prefix\": \"SM ALL\",", 3, "\"prefix\" is \"SM ALL\", which is no name")]
    [InlineData("\"prefix\": \"SMALL\",", "\"prefix\": 1,", 3, "\"prefix\" must be of type string, not number")]
    [InlineData("\"prefix\"", "\"prefiks\"", 3, "the manifest has no member \"prefiks\"; known: library, prefix, namespace, backendNamespace, units, services, native, "
        + "newServes, blocking, renames, skip, flags, parts, whole, ownership, trace, exports, comments, visibility")]
    [InlineData("\"prefix\": \"SMALL\",", "\"library\": \"twice\",", 3, "\"library\" is given twice")]
    [InlineData("\"prefix\": \"SMALL\",", "\"prefix\": \"SMALL\", \"visibility\": \"private\",", 3, "\"visibility\" is \"private\", which is none of public, internal")]
    [InlineData("\"prefix\": \"SMALL\",", "\"prefix\": \"SMALL\", \"parts\": [\"gone/*.h\"],", 3, "\"gone/*.h\" in \"parts\" is no file that the headers include")]
    [InlineData("\"name\": \"two-words\"", "\"name\": \"plain\"", 8, "unit \"plain\" is defined twice")]
    [InlineData("\"prefix\": \"SMALL\",", "\"comments\": \"no\",", 3, "\"comments\" must be true or false")]
    [InlineData("[\"records\"]", "[\"plain\"]", 8, "service \"plain\" is in unit \"plain\" already")]
    [InlineData(", \"alone\": true", "", 7, "the unit lacks \"alone\" (true or false)")]
    [InlineData("\"alone\": true", "\"alone\": \"yes\"", 7, "\"alone\" must be true or false")]
    [InlineData("\"services\": [\"plain\"],", "\"services\": [\"plian\"],", 12, "unknown service \"plian\"; known: not-served, plain, records")]
    [InlineData("\"small_sum\"]", "\"small_nothing\"]", 10, "\"small_nothing\" is listed twice")]
    [InlineData("[\"small_nothing\"", "[\"small_noting\"", 10, "\"small_noting\" in \"native\" is no function of the headers")]
    [InlineData("[\"small_swap\"", "[\"small_swip\"", 13, "\"small_swip\" in \"newServes.symbols\" is no function of the headers")]
    [InlineData("[\"small_nothing\"", "[\"small_old\"", 10,
        "\"small_old\" is native to the new side, but \"newServes\" has neither it nor service \"not-served\"")]
    public void Names_the_line_and_what_is_valid(string what, string by, int line, string message)
    {
        string text = File.ReadAllText(Repository.Golden("manifest.json"));
        Assert.Contains(what, text, StringComparison.Ordinal);
        string file = _folder.Write("manifest.json", text.Replace(what, by, StringComparison.Ordinal));

        Outcome outcome = CommandLine.BindgenOn(Repository.Golden("small.h"), file, _folder.File("out"));

        Assert.Equal(ExitCode.Parse, outcome.ExitCode);
        Assert.Contains($"{file}:{line}: error: {message}", outcome.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("out")));
    }

    [Fact]
    public void A_manifest_that_is_not_there()
    {
        Outcome outcome = CommandLine.BindgenOn(Repository.Golden("small.h"), _folder.File("gone.json"), _folder.File("out"));

        Assert.Equal(ExitCode.Usage, outcome.ExitCode);
        Assert.Equal($"{_folder.File("gone.json")}: there is no such file\n", outcome.Errors);
    }
}
