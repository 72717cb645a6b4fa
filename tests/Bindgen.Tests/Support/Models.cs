using Rustrt.Bindgen;
using Rustrt.Bindgen.Model;
using Rustrt.Bindgen.Parsing;

namespace Bindgen.Tests.Support;

/// <summary>The two models that most tests look at.</summary>
internal static class Models
{
    private static readonly Lazy<BindingModel> LazyRepository = new(() => Read(Repository.Headers, Repository.Catalogue));

    private static readonly Lazy<BindingModel> LazyGolden =
        new(() => Read([Support.Repository.Golden("small.h")], Support.Repository.Golden("catalogue.json")));

    /// <summary>That of the old API's headers.</summary>
    public static BindingModel Rustrt => LazyRepository.Value;

    public static BindingModel Golden => LazyGolden.Value;

    private static BindingModel Read(string[] headers, string catalogue) =>
        new Generator(new ClangHeaderParser()).ReadModel(headers, catalogue);
}
