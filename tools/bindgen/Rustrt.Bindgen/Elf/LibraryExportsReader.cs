using Rustrt.Bindgen.Manifests;
using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Elf;

/// <summary>What the manifest says of an existing library's exports, be it by the library itself or by a list.</summary>
internal static class LibraryExportsReader
{
    /// <param name="unitIndex">Of the service that the rest belongs to.</param>
    /// <exception cref="InputException">The library cannot be read, or is no other than the router would be.</exception>
    public static LibraryExports Read(ManifestExports exports, string library, int unitIndex)
    {
        string soname = library, path = "";
        var versions = new List<SymbolVersion>();
        var symbols = new List<ExportedSymbol>();
        if (exports.Library is { } file)
        {
            path = exports.Path!;
            try
            {
                (soname, versions, symbols) = ElfExports.Read(File.ReadAllBytes(path));
            }
            catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                throw new InputException(file.Place, $"{path}: {e.Message}");
            }
        }
        foreach (ManifestVersion version in exports.Versions)
        {
            if (version.Name.Length > 0)
            {
                versions.Add(new SymbolVersion(version.Name, version.After));
            }
            symbols.AddRange(version.Symbols.Select(name => new ExportedSymbol(name.Name, version.Name, IsDefault: true)));
        }
        return new LibraryExports(soname.Length > 0 ? soname : library, path, exports.Service.Name, unitIndex, versions, [.. symbols
            .Distinct()
            .OrderBy(symbol => symbol.Name, StringComparer.Ordinal)
            .ThenByDescending(symbol => symbol.IsDefault)
            .ThenBy(symbol => symbol.Version, StringComparer.Ordinal)]);
    }
}
