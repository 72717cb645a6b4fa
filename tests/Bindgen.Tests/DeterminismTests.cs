using Bindgen.Tests.Support;
using Rustrt.Bindgen;
using Rustrt.Bindgen.Emitting;
using Rustrt.Bindgen.Model;
using Rustrt.Bindgen.Parsing;

namespace Bindgen.Tests;

/// <summary>The same input gives the same bytes, wherever it lies and whoever asks.</summary>
public sealed class DeterminismTests
{
    [Fact]
    public void Two_runs_agree() => Assert.Equal(
        All(Models.Rustrt), All(Read(Repository.Headers, Repository.Manifest)));

    [Fact]
    public void The_place_of_the_inputs_does_not_matter()
    {
        using var folder = new TempFolder();
        string header = folder.File("small.h");
        string manifest = folder.File("manifest.json");
        File.Copy(Repository.Golden("small.h"), header);
        File.Copy(Repository.Golden("manifest.json"), manifest);

        Assert.Equal(All(Models.Golden), All(Read([header], manifest)));
    }

    [Fact]
    public void The_place_of_the_inputs_does_not_matter_to_records_without_a_name()
    {
        using var folder = new TempFolder();
        const string Text = "int f(struct { int a; } *p);\nint g(struct { long double a; } p, union { int a; } *q);\n";
        string here = folder.Write("here/header.h", Text), there = folder.Write("over (there)/header.h", Text);

        string written = Bindings(here);
        Assert.Equal(written, Bindings(there));
        Assert.Contains("int f(struct {...} *p)", written, StringComparison.Ordinal);

        static string Bindings(string header) => string.Concat(Generator.Emit(
            new Generator(new ClangHeaderParser()).ReadModel(new BindRequest([header], Library: "libx.so", Namespace: "X")),
            Emitters.Of(["pinvoke", "services", "layout-tests", "reference", "coverage", "model"])).Select(file => file.Text));
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
            "reordered/small.h",
            text.Replace(First, "", StringComparison.Ordinal)
                .Replace("typedef small_list small_numbers;\n", $"typedef small_list small_numbers;\n{First}", StringComparison.Ordinal));

        Assert.Equal(WithoutInputs(original), WithoutInputs(reordered));
    }

    private static IEnumerable<string> WithoutInputs(string header) =>
        Models.Emit(Read([header], Repository.Golden("manifest.json")) with { Inputs = [new InputFile("none", "")] })
            .Select(file => file.Text);

    private static IReadOnlyList<GeneratedFile> All(BindingModel model) => Generator.Emit(model, Emitters.Of(Models.Words));

    private static BindingModel Read(IReadOnlyList<string> headers, string manifest) =>
        new Generator(new ClangHeaderParser()).ReadModel(new BindRequest(headers, Manifest: manifest));
}
