using Bindgen.Tests.Support;
using Rustrt.Bindgen.Cli;

namespace Bindgen.Tests;

/// <summary>Annotations that say nothing, too much, or something unknown.</summary>
public sealed class AnnotationErrorTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("service=plain;context=global", "\"blocks\" is missing")]
    [InlineData("service=plain;context=global;blocks=no;speed=high", "\"speed=high\" is none of service=..., context=..., blocks=...")]
    [InlineData("service=plain;service=plain;context=global;blocks=no", "\"service\" is given twice")]
    [InlineData("service=plain;context=here;blocks=no", "context \"here\" is none of global, kernel, task")]
    [InlineData("service=plain;context=task;blocks=maybe", "blocks \"maybe\" is neither yes nor no")]
    public void A_malformed_annotation(string text, string message) =>
        Expect($"__attribute__((annotate(\"small:{text}\")))\nvoid f(void);\n", $"1:16: error: annotation \"small:{text}\": {message}");

    [Fact]
    public void An_unknown_service_with_the_known_ones() => Expect(
        "\n__attribute__((annotate(\"small:service=plian;context=global;blocks=no\")))\nvoid f(void);\n",
        "2:16: error: function \"f\": unknown service \"plian\"; known: not-served, plain, records");

    [Fact]
    public void A_function_without_one() => Expect(
        "void f(void);\n",
        "1:6: error: function \"f\" has no annotation \"small:service=...;context=...;blocks=...\" and is in no service of the manifest");

    [Fact]
    public void Two_on_one_function() => Expect(
        "__attribute__((annotate(\"small:service=plain;context=global;blocks=no\")))\n"
        + "__attribute__((annotate(\"small:service=records;context=global;blocks=no\")))\nvoid f(void);\n",
        "3:6: error: function \"f\" has 2 annotations \"small:...\"; one is allowed");

    [Fact]
    public void Annotations_of_other_tools_are_no_concern()
    {
        string header = _folder.Write(
            "header.h", File.ReadAllText(Repository.Golden("small.h"))
                .Replace("void small_nothing", "__attribute__((annotate(\"other:x\"))) void small_nothing", StringComparison.Ordinal));

        Outcome outcome = CommandLine.BindgenOn(header, Repository.Golden("manifest.json"), _folder.File("out"));

        Assert.Equal((ExitCode.Success, ""), (outcome.ExitCode, outcome.Errors));
    }

    private void Expect(string header, string error)
    {
        string file = _folder.Write("header.h", header);

        Outcome outcome = CommandLine.BindgenOn(file, Repository.Golden("manifest.json"), _folder.File("out"));

        Assert.Equal(ExitCode.Parse, outcome.ExitCode);
        Assert.Contains($"{file}:{error}\n", outcome.Errors, StringComparison.Ordinal);
    }
}
