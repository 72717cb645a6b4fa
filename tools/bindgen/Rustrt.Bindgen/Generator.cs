using System.Security.Cryptography;
using Rustrt.Bindgen.Emitting;
using Rustrt.Bindgen.Manifests;
using Rustrt.Bindgen.Model;
using Rustrt.Bindgen.Parsing;

namespace Rustrt.Bindgen;

/// <summary>What to bind.</summary>
/// <param name="Headers">Paths, or names as C includes them in angle brackets.</param>
/// <param name="Library">Null leaves it to the manifest.</param>
/// <param name="Namespace">Null leaves it to the manifest.</param>
/// <param name="Manifest">Path, or null for none.</param>
public sealed record BindRequest(
    IReadOnlyList<string> Headers,
    string? Library = null,
    string? Namespace = null,
    string? Manifest = null)
{
    /// <summary>Headers that those need before them, which are not bound; paths or names as those.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];

    public IReadOnlyList<string> IncludeFolders { get; init; } = [];

    public IReadOnlyList<string> Defines { get; init; } = [];
}

/// <summary>The whole way: parse, build the model, emit. Nothing is written here; see <see cref="Output.OutputFolder"/>.</summary>
public sealed class Generator(IHeaderParser parser)
{
    /// <exception cref="UsageException">An input is not there, or a name is missing.</exception>
    /// <exception cref="InputException">The inputs contain errors.</exception>
    public BindingModel ReadModel(BindRequest request)
    {
        string[] folders = [.. request.IncludeFolders.Select(Path.GetFullPath)];
        string? missing = Array.Find(folders, folder => !Directory.Exists(folder));
        if (missing != null)
        {
            throw new UsageException($"{new SourcePlace(missing)}: there is no such folder");
        }
        string[] headers = [.. request.Headers.Select(header => Find(header, folders))];
        string[] before = [.. request.Before.Select(header => Find(header, folders))];
        string? manifestPath = request.Manifest == null ? null : Existing(request.Manifest);
        Manifest manifest = manifestPath == null ? Manifest.Empty : ManifestReader.Read(manifestPath, File.ReadAllBytes(manifestPath));
        LibraryNames names = LibraryNames.From(request.Library, request.Namespace, manifest);
        CDeclarations declarations = parser.Parse(new ParseRequest(
            headers, before, folders, [$"{names.Prefix}_BINDGEN", .. request.Defines], path => manifest.Parts.Any(part => part.MatchesPath(path)),
            [.. manifest.Whole.Select(name => name.Name)], manifest.Comments));
        IEnumerable<string> inputs = declarations.Files.Concat(manifestPath == null ? [] : [manifestPath])
            .Concat(manifest.UnitsOf is { } units ? [units] : [])
            .Concat(manifest.Exports?.Path is { } library && File.Exists(library) ? [library] : []);
        return new ModelBuilder(declarations, manifest, names)
            .Build([.. before.Concat(headers).Select(header => IncludeName(header, folders))], request.Defines, [.. inputs.Select(Hash)]);
    }

    /// <summary>All files of the given emitters, in ordinal order of their paths.</summary>
    public static IReadOnlyList<GeneratedFile> Emit(BindingModel model, IEnumerable<IEmitter> emitters) =>
        [.. emitters.SelectMany(emitter => emitter.Emit(model)).OrderBy(file => file.Path, StringComparer.Ordinal)];

    private static string Find(string header, string[] folders) =>
        folders.Concat(ParseRequest.SystemFolders).Prepend(Environment.CurrentDirectory)
            .Select(folder => Path.GetFullPath(header, folder))
            .FirstOrDefault(File.Exists)
        ?? throw new UsageException($"{new SourcePlace(Path.GetFullPath(header))}: there is no such file");

    private static string Existing(string path)
    {
        string full = Path.GetFullPath(path);
        return File.Exists(full) ? full : throw new UsageException($"{new SourcePlace(full)}: there is no such file");
    }

    /// <summary>How C includes a header that lies in one of the folders; otherwise its file name.</summary>
    private static string IncludeName(string header, string[] folders) =>
        folders.Concat(ParseRequest.SystemFolders)
            .Where(folder => header.StartsWith(folder + "/", StringComparison.Ordinal))
            .Select(folder => Path.GetRelativePath(folder, header))
            .FirstOrDefault()
        ?? Path.GetFileName(header);

    private static InputFile Hash(string path) =>
        new(Path.GetFileName(path), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))));
}
