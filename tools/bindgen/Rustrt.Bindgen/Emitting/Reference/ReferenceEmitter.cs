using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.Reference;

/// <summary>
/// reference/*.g.md: what the headers and the manifest say of the API, for readers: an index, a page per service, and pages of the
/// types and the constants.
/// </summary>
internal sealed class ReferenceEmitter : IEmitter
{
    public IEnumerable<GeneratedFile> Emit(BindingModel model)
    {
        yield return Page("index", IndexPage.Write(model));
        foreach (ApiService service in model.Services)
        {
            yield return Page(Pages.Of(service), ServicePage.Write(model, service));
        }
        if (Pages.HasTypes(model))
        {
            yield return Page(Pages.Types, TypesPage.Write(model));
        }
        if (Pages.HasConstants(model))
        {
            yield return Page(Pages.Constants, ConstantsPage.Write(model));
        }
    }

    private static GeneratedFile Page(string name, Markdown text) => new($"reference/{name}.g.md", text.ToString());
}

/// <summary>The pages and how they link to each other.</summary>
internal static class Pages
{
    public const string Types = "types", Constants = "constants";

    /// <summary>A service may be called "types".</summary>
    public static string Of(ApiService service) => $"service-{service.Name}";

    public static string Link(string text, string page, string anchor = "") =>
        $"[{text}]({page}.g.md{(anchor.Length > 0 ? "#" : "")}{anchor})";

    public static bool HasTypes(BindingModel model) => model.Records.Count > 0 || NamedEnums(model).Any();

    public static bool HasConstants(BindingModel model) => model.Constants.Count > 0 || model.Enums.Any(e => e.Name == null);

    public static IEnumerable<CEnum> NamedEnums(BindingModel model) => model.Enums.Where(e => e.Name != null);
}
