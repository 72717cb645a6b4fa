namespace Rustrt.Bindgen.Catalogues;

/// <summary>What the headers do not say: which services are switched together, and what the new backend has.</summary>
public sealed record Catalogue(
    string Path,
    string Library,
    string Prefix,
    IReadOnlyList<CatalogueUnit> Units,
    IReadOnlyList<CatalogueName> Native,
    IReadOnlyList<CatalogueName> NewServices,
    IReadOnlyList<CatalogueName> NewSymbols);

/// <summary>Services that are switched together.</summary>
/// <param name="Alone">Can be switched while the rest stays.</param>
public sealed record CatalogueUnit(
    string Name,
    IReadOnlyList<CatalogueName> Services,
    bool Alone,
    SourcePlace Place);

/// <summary>A name and where the catalogue mentions it.</summary>
public sealed record CatalogueName(string Name, SourcePlace Place);
