using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Bindgen.Tests.Support;
using Rustrt.Bindgen;
using Rustrt.Bindgen.Emitting;
using Rustrt.Bindgen.Model;

namespace Bindgen.Tests;

/// <summary>The API reference: complete, linked, and safe from what stands in comments.</summary>
public sealed partial class ReferenceTests : IClassFixture<ReferenceTests.Kinds>
{
    private readonly string _kinds;

    [SuppressMessage("Design", "CA1034", Justification = "xunit wants a fixture that is as visible as its test class.")]
    public sealed class Kinds : IDisposable
    {
        private readonly TempFolder _folder = new();

        public Kinds()
        {
            string libraries = Path.Combine(Repository.Root, "tests/Bindgen.Tests/Libraries");
            Outcome outcome = CommandLine.Bindgen(
                "--header", Path.Combine(libraries, "kinds.h"), "--library", "libkinds.so", "--namespace", "Kinds",
                "--manifest", Path.Combine(libraries, "kinds.json"), "--emit", "reference", "--out", _folder.Path);
            Assert.True(outcome.ExitCode == 0, outcome.Errors);
        }

        public string Page(string name) => File.ReadAllText(_folder.File($"reference/{name}.g.md"));

        public void Dispose() => _folder.Dispose();
    }

    public ReferenceTests(Kinds kinds) => _kinds = kinds.Page("service-kinds");

    public static TheoryData<string> Models => ["golden", "rustrt"];

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_link_leads_somewhere(string name)
    {
        Dictionary<string, string> pages = PagesOf(name);
        foreach ((string page, string text) in pages)
        {
            Assert.All(Link().Matches(text), link =>
            {
                string target = link.Groups["page"].Value.Length == 0 ? page : link.Groups["page"].Value;
                Assert.True(pages.ContainsKey(target), link.Value);
                string anchor = link.Groups["anchor"].Value;
                Assert.True(anchor.Length == 0 || pages[target].Contains($"<a id=\"{anchor}\"></a>", StringComparison.Ordinal), link.Value);
            });
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Everything_is_in_it_once(string name)
    {
        BindingModel model = name == "golden" ? Support.Models.Golden : Support.Models.Rustrt;
        string all = string.Concat(PagesOf(name).Values);

        IEnumerable<string> names = model.Symbols.Select(symbol => symbol.Name)
            .Concat(model.Records.Select(record => record.Name))
            .Concat(model.Enums.Select(e => e.Name).OfType<string>());
        Assert.All(names, declared => Assert.Equal(2, all.Split($"<a id=\"{declared}\"></a>").Length));
        Assert.All(model.Constants, constant => Assert.Contains($"| `{constant.Name}` |", all, StringComparison.Ordinal));
        Assert.All(model.LeftOut, left => Assert.Contains($":{left.Place.Line}: ", all, StringComparison.Ordinal));
    }

    [Fact]
    public void A_function_is_told_with_its_comment_parameters_result_and_types() => Assert.Contains("""
        <a id="kinds_sum_bits"></a>

        ## `kinds_sum_bits`

        ```c
        int64_t kinds_sum_bits(const struct kinds_bits *bits);
        ```

        ```csharp
        long kinds_sum_bits(kinds_bits* bits)
        ```

        Adds up what a record holds.

        | parameter | type | meaning |
        | --- | --- | --- |
        | `bits` | `kinds_bits*` | the record, &lt;b>not&lt;/b> null |

        - **Returns:** the sum
        - **Context:** not stated
        - **Blocks:** not stated
        - **Types:** [`kinds_bits`](types.g.md#kinds_bits)
        - **New backend:** not yet

        """, _kinds, StringComparison.Ordinal);

    [Fact]
    public void Errors_are_told_by_their_codes()
    {
        using var folder = new TempFolder();
        string header = folder.Write("small.h", """
            /** Sends.
             * @return how much
             * @retval -1 nothing,
             *    since it is closed
             * @retval E_FULL later perhaps */
            int emit_send(int count);
            """);
        Outcome outcome = CommandLine.Bindgen(
            "--header", header, "--library", "libemit.so", "--namespace", "Emit", "--emit", "pinvoke,reference", "--out", folder.File("out"));

        Assert.Equal("", outcome.Errors);
        Assert.Contains("""
            - **Returns:** how much
              - `-1`: nothing, since it is closed
              - `E_FULL`: later perhaps

            """, File.ReadAllText(folder.File("out/reference/service-emit.g.md")), StringComparison.Ordinal);
        Assert.Contains("""
                /// <returns>
                /// how much
                /// -1: nothing,
                /// since it is closed
                /// E_FULL: later perhaps
                /// </returns>
            """, File.ReadAllText(folder.File("out/NativeMethods.g.cs")), StringComparison.Ordinal);
    }

    [Fact]
    public void Ownership_is_told() => Assert.Contains("- **Ownership:** The handle is the library's.\n", _kinds, StringComparison.Ordinal);

    [Fact]
    public void What_was_left_out_is_told_with_its_reason()
    {
        string index = PagesOf("rustrt")["index"];

        Assert.Contains("## What was left out\n", index, StringComparison.Ordinal);
        Assert.Equal(Support.Models.Rustrt.LeftOut.Count, Reason().Count(index));
    }

    private static Dictionary<string, string> PagesOf(string name) =>
        Generator.Emit(name == "golden" ? Support.Models.Golden : Support.Models.Rustrt, Emitters.Of(["reference"]))
            .ToDictionary(file => file.Path["reference/".Length..^".g.md".Length], file => file.Text, StringComparer.Ordinal);

    [GeneratedRegex(@"\]\(((?<page>[a-z-]+)\.g\.md)?(#(?<anchor>[^)]+))?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^- [\w.\\]+:\d+: ", RegexOptions.Multiline)]
    private static partial Regex Reason();
}
