namespace Rustrt.Bindgen.Model;

/// <summary>What an existing library exports: a router that stands in for it must export the same, by the same versions.</summary>
/// <param name="Soname">What callers were linked to.</param>
/// <param name="Path">Where the library lies on this machine; the router loads it from there. Empty if it was only described.</param>
/// <param name="Service">Of the functions that no header declares, or that cannot be bound: they are passed on to the library.</param>
/// <param name="UnitIndex">Of that service.</param>
/// <param name="Versions">As the library defines them, oldest first.</param>
/// <param name="Symbols">By name; of one name the default version first.</param>
public sealed record LibraryExports(
    string Soname,
    string Path,
    string Service,
    int UnitIndex,
    IReadOnlyList<SymbolVersion> Versions,
    IReadOnlyList<ExportedSymbol> Symbols);

/// <param name="After">The versions that this one follows.</param>
public sealed record SymbolVersion(string Name, IReadOnlyList<string> After);

/// <param name="Version">Empty for a symbol that has none.</param>
/// <param name="IsDefault">New programs are linked to this version of the name; the others serve old programs.</param>
public sealed record ExportedSymbol(string Name, string Version, bool IsDefault);

/// <summary>A function as the router sees it: a slot, whether the headers declare it or not.</summary>
/// <param name="Index">Its place in every table.</param>
/// <param name="Api">What the headers say of it; null if it is only passed on.</param>
public sealed record RouterSymbol(int Index, ExportedSymbol Export, string Service, int UnitIndex, ApiSymbol? Api)
{
    public string Name => Export.Name;
}
