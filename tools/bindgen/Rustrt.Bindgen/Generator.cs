using System.Security.Cryptography;
using Rustrt.Bindgen.Catalogues;
using Rustrt.Bindgen.Emitting;
using Rustrt.Bindgen.Model;
using Rustrt.Bindgen.Parsing;

namespace Rustrt.Bindgen;

/// <summary>The whole way: parse, build the model, emit. Nothing is written here; see <see cref="Output.OutputFolder"/>.</summary>
public sealed class Generator(IHeaderParser parser)
{
    /// <exception cref="UsageException">An input is not there.</exception>
    /// <exception cref="InputException">The inputs contain errors.</exception>
    public BindingModel ReadModel(IReadOnlyList<string> headers, string catalogue)
    {
        string[] headerPaths = [.. headers.Select(Path.GetFullPath)];
        string cataloguePath = Path.GetFullPath(catalogue);
        InputFile[] inputs = [.. headerPaths.Append(cataloguePath).Select(Hash)];
        Catalogue read = CatalogueReader.Read(cataloguePath, File.ReadAllBytes(cataloguePath));
        CDeclarations declarations = parser.Parse(headerPaths, [$"{read.Prefix}_BINDGEN"]);
        return new ModelBuilder(declarations, read).Build(inputs);
    }

    /// <summary>All files of all emitters, in ordinal order of their paths.</summary>
    public static IReadOnlyList<GeneratedFile> Emit(BindingModel model) =>
        [.. Emitters.All.SelectMany(emitter => emitter.Emit(model)).OrderBy(file => file.Path, StringComparer.Ordinal)];

    private static InputFile Hash(string path)
    {
        if (!File.Exists(path))
        {
            throw new UsageException($"{new SourcePlace(path)}: there is no such file");
        }
        return new InputFile(Path.GetFileName(path), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))));
    }
}
