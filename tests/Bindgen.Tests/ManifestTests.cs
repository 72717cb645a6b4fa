using Bindgen.Tests.Support;
using Rustrt.Bindgen;
using Rustrt.Bindgen.Emitting;
using Rustrt.Bindgen.Model;
using Rustrt.Bindgen.Parsing;

namespace Bindgen.Tests;

/// <summary>What a manifest says of headers that say nothing themselves, and how it goes together with annotations.</summary>
public sealed class ManifestTests : IDisposable
{
    private const string Header = """
        #include <time.h>
        void sum_begin(void);
        int sum_add(int value);
        int read_all(void *where);
        struct tm *when(void);
        void internal_a(void);
        void internal_b(void);
        struct hidden { int a; };
        struct holder { char before; struct hidden inside; };
        void internal_hold(struct holder holder);
        __attribute__((annotate("x:service=said;context=kernel;blocks=no"))) void annotated(void);
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_one_all_functions_are_one_service_named_after_the_library()
    {
        BindingModel model = Read("void a(void); void b(void);", null);

        ApiService service = Assert.Single(model.Services);
        Assert.Equal(("my-library2", 2), (service.Name, service.Symbols.Count));
        Assert.Equal("my-library2", Assert.Single(model.Units).Name);
        Assert.All(model.Symbols, symbol => Assert.Equal((null, null), (symbol.Context, symbol.Blocks)));
    }

    [Fact]
    public void Units_can_be_those_of_another_manifest_in_its_order_and_with_its_numbers()
    {
        _folder.Write("first.json", """{ "units": [{ "name": "theirs", "services": ["far"] }, { "name": "ours", "services": ["near"], "needs": [{ "unit": "theirs", "reason": "it must" }] }] }""");

        BindingModel model = Read("void a(void);", """{ "unitsOf": "first.json", "services": [{ "name": "near", "symbols": ["a"] }] }""");

        Assert.Equal(["theirs", "ours"], model.Units.Select(unit => unit.Name));
        Assert.Equal(1, Assert.Single(model.Symbols).UnitIndex);
        Assert.Contains(model.Inputs, input => input.Name == "first.json");
    }

    [Fact]
    public void Services_come_from_globs_and_from_annotations()
    {
        BindingModel model = Read(Header, """
            {
              "prefix": "X", // of the annotation
              "services": [
                { "name": "sums", "symbols": ["sum_*"], "context": "global" },
                { "name": "rest", "symbols": ["read_all", "when", "internal_*"], },
              ],
              "blocking": ["read_*"],
              "newServes": { "services": ["sums"], "symbols": ["when"] }
            }
            """);

        Assert.Equal(
            ["annotated said Kernel False False", "internal_a rest  False False", "internal_b rest  False False",
                "internal_hold rest  False False",
                "read_all rest  True False", "sum_add sums Global False True", "sum_begin sums Global False True", "when rest  False True"],
            model.Symbols.Select(s => $"{s.Name} {s.Service} {s.Context} {s.Blocks} {s.NewServes}"));
        Assert.Equal(["rest", "said", "sums"], model.Units.Select(unit => unit.Name));
    }

    [Fact]
    public void Skipped_functions_are_gone_and_skipped_records_lose_their_fields_but_not_their_size()
    {
        BindingModel model = Read(Header, """
            { "prefix": "X", "services": [{ "name": "all", "symbols": ["*"] }], "skip": ["internal_?", "hidden"] }
            """);

        Assert.DoesNotContain(model.Symbols, symbol => symbol.Name.StartsWith("internal", StringComparison.Ordinal));
        CRecord hidden = model.Records.Single(record => record.Name == "hidden");
        Assert.Equal(
            "function \"internal_hold\" is left out: it passes \"holder\" by value, of which fields are left out; add a C function that takes a pointer",
            Assert.Single(model.LeftOut).Message);
        Assert.Equal((4, 4, 0), (hidden.Size, hidden.Alignment, hidden.Fields.Count));
    }

    [Fact]
    public void Records_of_other_libraries_are_opaque_unless_they_are_wanted_whole()
    {
        const string Services = """ "prefix": "X", "services": [{ "name": "all", "symbols": ["*"] }] """;

        CRecord opaque = Read(Header, $"{{ {Services} }}").Records.Single(record => record.Name == "tm");
        CRecord whole = Read(Header, $"{{ {Services}, \"whole\": [\"tm\"] }}").Records.Single(record => record.Name == "tm");

        Assert.Equal(CRecordKind.Opaque, opaque.Kind);
        Assert.Contains(whole.Fields, field => field.Name == "tm_year");
    }

    [Fact]
    public void Types_that_are_internal_show_nothing_to_other_assemblies()
    {
        const string Types = "enum e { A }; struct s { struct { int a; } inside; }; struct opaque; void f(struct opaque *p);\n#define ONE 1\n";

        IReadOnlyList<GeneratedFile> files = Generator.Emit(
            Read(Types, """{ "visibility": "internal" }"""), Emitters.Of(["pinvoke", "services", "layout-tests"]));

        string[] declared = [.. files.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(file => file.Text.Split('\n')).Where(line => line.StartsWith("public", StringComparison.Ordinal) || line.StartsWith("internal", StringComparison.Ordinal))];
        Assert.Equal(8, declared.Length);
        Assert.All(declared, line => Assert.StartsWith("internal ", line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_library_is_imported_with_its_version_and_else_by_its_bare_name()
    {
        BindingModel model = Read("void a(void);", null);

        Assert.Equal("libmy_library2.so.1", model.ImportName);
        Assert.Equal("my_library2", (model with { Library = "libmy_library2.so" }).ImportName);
    }

    [Fact]
    public void Comments_of_the_headers_become_documentation_unless_they_are_not_wanted()
    {
        const string Commented = "/** Of a. */\nvoid a(void);\n/** Of e. */\nenum e { E /**< Of E. */ };\n/** Of r. */\nstruct r { int f; /**< Of f. */ };";

        Assert.Equal(["Of a.", "Of e.", "Of E.", "Of r.", "Of f."], Comments(Read(Commented, null)));
        Assert.Equal(["", "", "", "", ""], Comments(Read(Commented, """{ "comments": false }""")));

        static IEnumerable<string> Comments(BindingModel model) =>
            [model.Symbols[0].Function.Comment, model.Enums[0].Comment, model.Enums[0].Constants[0].Comment,
                model.Records[0].Comment, model.Records[0].Fields[0].Comment];
    }

    [Theory]
    [InlineData("\"services\": [{ \"name\": \"a\", \"symbols\": [\"gone_*\"] }]", "\"gone_*\" in \"services\" is no function of the headers")]
    [InlineData("\"native\": [\"a\"]", "\"native\" is for libraries with tasks, whose router has functions of its own; "
        + "the headers have no record \"my_library2_task_block\"")]
    [InlineData("\"skip\": [\"gone\"]", "\"gone\" in \"skip\" is no declaration of the headers")]
    [InlineData("\"flags\": [\"gone\"]", "\"gone\" in \"flags\" is no enum of the headers")]
    [InlineData("\"renames\": { \"a\": \"no name\" }", "\"no name\" in \"renames\" is no name")]
    [InlineData("\"renames\": { \"a\": \"b\" }", "\"a\" and \"b\" are both \"b\" in C#")]
    [InlineData("\"services\": [{ \"name\": \"1st\", \"symbols\": [] }]", "\"1st\": a name is words of letters and digits with hyphens between them")]
    [InlineData("\"services\": [{ \"name\": \"a\", \"symbols\": [\"*\"] }, { \"name\": \"b\", \"symbols\": [\"b\"] }]",
        "function \"b\" is in service \"a\" and in service \"b\"")]
    [InlineData("\"services\": [{ \"name\": \"a\", \"symbols\": [\"a\"] }]",
        "function \"b\" has no annotation \"my_library2:service=...;context=...;blocks=...\" and is in no service of the manifest")]
    public void What_does_not_fit_is_said(string member, string message)
    {
        InputException error = Assert.Throws<InputException>(() => Read("void a(void); void b(void);", $"{{ {member} }}"));

        Assert.Contains(error.Diagnostics, diagnostic => diagnostic.Message == message);
    }

    private BindingModel Read(string header, string? manifest) => new Generator(new ClangHeaderParser()).ReadModel(new BindRequest(
        [_folder.Write("header.h", header)],
        "libmy_library2.so.1",
        "My",
        manifest == null ? null : _folder.Write("manifest.json", manifest)));
}
