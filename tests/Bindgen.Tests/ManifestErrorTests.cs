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
    [InlineData("\"prefix\"", "\"prefiks\"", 3, "the manifest has no member \"prefiks\"; known: library, prefix, namespace, backendNamespace, units, unitsOf, services, native, "
        + "newServes, blocking, renames, skip, flags, parts, whole, ownership, handles, strings, bytes, trace, exports, comments, visibility")]
    [InlineData("\"prefix\": \"SMALL\",", "\"library\": \"twice\",", 3, "\"library\" is given twice")]
    [InlineData("\"prefix\": \"SMALL\",", "\"prefix\": \"SMALL\", \"unitsOf\": \"gone.json\",", 3, "\"unitsOf\" names gone.json, and there is no /")]
    [InlineData("\"prefix\": \"SMALL\",", "\"prefix\": \"SMALL\", \"visibility\": \"private\",", 3, "\"visibility\" is \"private\", which is none of public, internal")]
    [InlineData("\"prefix\": \"SMALL\",", "\"prefix\": \"SMALL\", \"parts\": [\"gone/*.h\"],", 3, "\"gone/*.h\" in \"parts\" is no file that the headers include")]
    [InlineData("\"name\": \"two-words\"", "\"name\": \"plain\"", 8, "unit \"plain\" is defined twice")]
    [InlineData("\"prefix\": \"SMALL\",", "\"comments\": \"no\",", 3, "\"comments\" must be true or false")]
    [InlineData("[\"records\"]", "[\"plain\"]", 8, "service \"plain\" is in unit \"plain\" already")]
    [InlineData("\"seams\": [\"plain\"]", "\"seams\": [\"plian\"]", 8, "seam \"plian\": there is no unit of that name")]
    [InlineData("\"seams\": [\"plain\"]", "\"legacySeams\": [\"plian\"]", 8, "seam \"plian\": there is no unit of that name")]
    [InlineData("\"seams\": [\"plain\"]", "\"needs\": [{ \"unit\": \"plain\" }]", 8, "\"reason\" is missing")]
    [InlineData("\"seams\": [\"plain\"]", "\"needs\": [{ \"unit\": \"plain\", \"reason\": \"\" }]", 8, "\"reason\" takes one line of ASCII without quotes and backslashes")]
    [InlineData("\"seams\": [\"plain\"]", "\"needs\": [{ \"unit\": \"plian\", \"reason\": \"it must\" }]", 8, "unit \"two-words\" can need only units before it, and \"plian\" is none")]
    [InlineData("\"services\": [\"plain\"],", "\"services\": [\"plian\"],", 12, "unknown service \"plian\"; known: not-served, plain, records")]
    [InlineData("\"small_sum\"]", "\"small_nothing\"]", 10, "\"small_nothing\" is listed twice")]
    [InlineData("[\"small_nothing\"", "[\"small_noting\"", 10, "\"small_noting\" in \"native\" is no function of the headers")]
    [InlineData("[\"small_swap\"", "[\"small_swip\"", 13, "\"small_swip\" in \"newServes.symbols\" is no function of the headers")]
    [InlineData("[\"small_nothing\"", "[\"small_old\"", 10,
        "\"small_old\" is native to the new side, but \"newServes\" has neither it nor service \"not-served\"")]
    public void Names_the_line_and_what_is_valid(string what, string by, int line, string message) =>
        Expect("small.h", "manifest.json", what, by, line, message);

    [Theory]
    [InlineData("\"box\": {", "\"bax\": {", 5, "\"bax\" in \"handles\" is no type that a function takes or returns a pointer to")]
    [InlineData("\"release\": \"box_close\", ", "", 5, "\"release\" is missing")]
    [InlineData("\"release\": \"box_close\"", "\"release\": \"box_clos\"", 5, "\"box_clos\", which is to release \"box\", is no function that is bound")]
    [InlineData("\"release\": \"box_close\"", "\"release\": \"box_resize\"", 5,
        "\"box_resize\" cannot release \"box\", which must be its only argument: int box_resize(box *box, const box_size *size)")]
    [InlineData("\"release\": \"box_close\"", "\"release\": \"box_lid_take\"", 5,
        "\"box_lid_take\" cannot release \"box\", which must be its only argument: void box_lid_take(box_lid_ptr lid)")]
    [InlineData("\"creates\": [\"box_key\"]", "\"creates\": [\"box_open\"]", 7,
        "\"box_open\" in \"handles\" is no function that gives a \"BOX_KEY\": one that returns it, or stores it through a pointer")]
    [InlineData("\"creates\": [\"box_lid*\"]", "\"creates\": [\"lid_*\"]", 6,
        "\"lid_*\" in \"handles\" is no function that gives a \"box_lid_ptr\": one that returns it, or stores it through a pointer")]
    [InlineData("\"box_crush\"", "\"box_alive\"", 5, "\"box_alive\" in \"handles\" is no function that takes a \"box\"")]
    [InlineData("\"frees\"", "\"free\"", 5, "handle \"box\" has no member \"free\"; known: release, creates, frees, name")]
    [InlineData("\"name\": \"Lid\"", "\"name\": \"A lid\"", 6, "\"A lid\" is no name of a class")]
    [InlineData("\"name\": \"Lid\"", "\"name\": \"BoxHandle\"", 5, "\"box\" and \"box_lid_ptr\" are both \"BoxHandle\" in C#")]
    [InlineData("\"name\": \"Lid\"", "\"name\": \"BoxSize\"", 12, "\"box_size\" and \"box_lid_ptr\" are both \"BoxSize\" in C#")]
    [InlineData("\"name\": \"Lid\"", "\"name\": \"box\"", 6, "\"box\" and \"box_lid_ptr\" are both \"box\" in C#")]
    [InlineData("\"BOX_KEY\": {", "\"box_lid\": { \"release\": \"box_lid_take\" }, \"BOX_KEY\": {", 7,
        "\"box_lid\" in \"handles\" is the same pointer as \"box_lid_ptr\"")]
    [InlineData("\"strings\": [\"box_*\"]", "\"strings\": [\"box_alive\"]", 9,
        "\"box_alive\" in \"strings\" is no function with a const char *, function.argument or function.return of the headers")]
    [InlineData("\"box_bytes.bytes\"", "\"box_bytes.into\"", 10,
        "\"box_bytes.into\" in \"bytes\" is no function with a const char *, function.argument or function.return of the headers")]
    [InlineData("\"box_size\": \"BoxSize\"", "\"box_sice\": \"BoxSize\"", 12, "\"box_sice\" in \"renames\" is no declaration of the headers")]
    [InlineData("\"box_size\": \"BoxSize\"", "\"box_si*\": \"BoxSize\"", 12, "\"box_si*\" in \"renames\" is no declaration of the headers")]
    [InlineData("\"Shut\"", "\"shut it\"", 14, "\"shut it\" in \"renames\" is no name")]
    [InlineData("\"Shut\"", "\"BOX_OPEN\"", 14, "\"BOX_OPEN\" and \"BOX_SHUT\" are both \"BOX_OPEN\" in C#")]
    [InlineData("\"BoxState\"", "\"BoxSize\"", 12, "\"box_size\" and \"box_state\" are both \"BoxSize\" in C#")]
    [InlineData("\"BoxLimit\"", "\"box_new\"", 15, "\"box_new\" and \"BOX_LIMIT\" are both \"box_new\" in C#")]
    [InlineData("\"Resize\"", "\"NativeMethods\"", 16, "\"box_resize\" and \"NativeMethods\" are both \"NativeMethods\" in C#")]
    public void Handles_texts_and_names_that_do_not_fit(string what, string by, int line, string message) =>
        Expect("Handles/box.h", "Handles/manifest.json", what, by, line, message);

    [Theory]
    [InlineData("small_task_block")]
    [InlineData("small_unit")]
    public void What_is_known_by_its_name_keeps_it(string name) => Expect(
        "small.h", "manifest.json", "\"prefix\": \"SMALL\",", $"\"prefix\": \"SMALL\", \"renames\": {{ \"{name}\": \"Other\" }},", 3,
        $"\"{name}\" in \"renames\" keeps its name, which says what it is");

    private void Expect(string header, string manifest, string what, string by, int line, string message)
    {
        string text = File.ReadAllText(Repository.Golden(manifest));
        Assert.Contains(what, text, StringComparison.Ordinal);
        string file = _folder.Write("manifest.json", text.Replace(what, by, StringComparison.Ordinal));

        Outcome outcome = CommandLine.BindgenOn(Repository.Golden(header), file, _folder.File("out"));

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
