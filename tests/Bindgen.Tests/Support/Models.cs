using Rustrt.Bindgen;
using Rustrt.Bindgen.Emitting;
using Rustrt.Bindgen.Model;
using Rustrt.Bindgen.Parsing;

namespace Bindgen.Tests.Support;

/// <summary>The models that most tests look at.</summary>
internal static class Models
{
    private static readonly Lazy<BindingModel> LazyRepository = new(() => Read(Repository.Headers, Repository.Manifest));

    private static readonly Lazy<BindingModel> LazyGolden =
        new(() => Read([Support.Repository.Golden("small.h")], Support.Repository.Golden("manifest.json")));

    private static readonly Lazy<BindingModel> LazyHandles = new(
        () => Read([Support.Repository.Golden("Handles/box.h")], Support.Repository.Golden("Handles/manifest.json")));

    /// <summary>That of the old API's headers.</summary>
    public static BindingModel Rustrt => LazyRepository.Value;

    public static BindingModel Golden => LazyGolden.Value;

    /// <summary>That with handles, texts and renamed things.</summary>
    public static BindingModel Handles => LazyHandles.Value;

    /// <summary>All that can be asked for at once: task-facade takes the place of facade.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. Emitters.Words.Where(word => word != "task-facade")];

    /// <summary>What <c>./migrate bindgen</c> asks for in this repository.</summary>
    public const string WordsOfRepository = "pinvoke,services,task-facade,exports,router,coverage";

    /// <summary>What bindgen writes of a model if not told otherwise.</summary>
    public static IReadOnlyList<GeneratedFile> Emit(BindingModel model) => Generator.Emit(model, Emitters.Of(Emitters.Usual));

    private static BindingModel Read(string[] headers, string manifest) =>
        new Generator(new ClangHeaderParser()).ReadModel(new BindRequest(headers, Manifest: manifest));
}
