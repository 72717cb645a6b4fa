using Bindgen.Tests.Support;
using Rustrt.Bindgen;
using Rustrt.Bindgen.Parsing;

namespace Bindgen.Tests;

/// <summary>The same input gives the same bytes, wherever it lies and whoever asks.</summary>
public sealed class DeterminismTests
{
    [Fact]
    public void Two_runs_agree() => Assert.Equal(
        Generator.Emit(Models.Rustrt),
        Generator.Emit(new Generator(new ClangHeaderParser()).ReadModel(Repository.Headers, Repository.Catalogue)));

    [Fact]
    public void The_place_of_the_inputs_does_not_matter()
    {
        using var folder = new TempFolder();
        string header = folder.File("small.h");
        string catalogue = folder.File("catalogue.json");
        File.Copy(Repository.Golden("small.h"), header);
        File.Copy(Repository.Golden("catalogue.json"), catalogue);

        Assert.Equal(
            Generator.Emit(Models.Golden), Generator.Emit(new Generator(new ClangHeaderParser()).ReadModel([header], catalogue)));
    }

    [Fact]
    public void The_order_of_declarations_does_not_matter_beyond_the_hash()
    {
        using var folder = new TempFolder();
        const string First = "SMALL_API(\"plain\", \"global\", \"no\")\nvoid small_nothing(void);\n";
        string text = File.ReadAllText(Repository.Golden("small.h"));
        Assert.Contains(First, text, StringComparison.Ordinal);
        string original = folder.Write("small.h", text);
        string reordered = folder.Write(
            "reordered.h",
            text.Replace(First, "", StringComparison.Ordinal)
                .Replace("typedef small_list small_numbers;\n", $"typedef small_list small_numbers;\n{First}", StringComparison.Ordinal));

        Assert.Equal(WithoutInputs(original), WithoutInputs(reordered));
    }

    private static IEnumerable<string> WithoutInputs(string header) =>
        Generator.Emit(new Generator(new ClangHeaderParser()).ReadModel([header], Repository.Golden("catalogue.json")) with
        {
            Inputs = [new Rustrt.Bindgen.Model.InputFile("none", "")],
            UnitEnum = null, // names its header
        }).Select(file => file.Text);
}
