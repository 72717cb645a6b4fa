namespace Rustrt.Bindgen.Manifests;

/// <summary>
/// What the headers do not say: names, which functions form a service and which services are switched together, what the new
/// backend has. Everything in it is optional; <see cref="Empty"/> binds all functions as one service.
/// </summary>
/// <param name="Path">Of the file; empty if there is none.</param>
/// <param name="Library">File name of the library, as callers link to it.</param>
/// <param name="Prefix">Of macros, environment variables and annotations.</param>
/// <param name="Services">By symbol or glob; where headers have annotations, these win.</param>
/// <param name="Blocking">Functions that may block.</param>
/// <param name="Renames">C# names of functions, records, enums and constants.</param>
/// <param name="Skip">Functions, records, enums and constants to leave out.</param>
/// <param name="Flags">Enums whose constants are combined.</param>
/// <param name="Parts">Included files, by the ends of their paths, that are bound as if they were given.</param>
/// <param name="Whole">Records of other libraries to bind with their fields.</param>
/// <param name="Ownership">Who owns what a function takes and returns: a sentence for its documentation.</param>
/// <param name="Handles">Pointers that own something, by the C name of what they point to or of their typedef.</param>
/// <param name="Strings">Functions ("f"), arguments ("f.x") and results ("f.return") whose <c>const char *</c> is text.</param>
/// <param name="Bytes">What of <paramref name="Strings"/> is none after all.</param>
/// <param name="Trace">How the router's trace shows arguments ("f.x"), results ("f.return") and functions ("f").</param>
/// <param name="Exports">The library that the router stands in for; null if nothing but the headers' functions is exported.</param>
public sealed record Manifest(
    string Path,
    string? Library,
    string? Prefix,
    string? Namespace,
    string? BackendNamespace,
    IReadOnlyList<ManifestUnit> Units,
    IReadOnlyList<ManifestService> Services,
    IReadOnlyList<ManifestName> Native,
    IReadOnlyList<ManifestName> NewServices,
    IReadOnlyList<ManifestName> NewSymbols,
    IReadOnlyList<ManifestName> Blocking,
    IReadOnlyList<ManifestText> Renames,
    IReadOnlyList<ManifestName> Skip,
    IReadOnlyList<ManifestName> Flags,
    IReadOnlyList<ManifestName> Parts,
    IReadOnlyList<ManifestName> Whole,
    IReadOnlyList<ManifestText> Ownership,
    IReadOnlyList<ManifestHandle> Handles,
    IReadOnlyList<ManifestName> Strings,
    IReadOnlyList<ManifestName> Bytes,
    IReadOnlyList<ManifestText> Trace,
    ManifestExports? Exports)
{
    /// <summary>Whether the headers' comments become documentation: false where they are not ours to publish.</summary>
    public bool Comments { get; init; } = true;

    /// <summary>Whether the generated C# types are internal to their assembly.</summary>
    public bool IsInternal { get; init; }

    /// <summary>How a facade for task bodies in C# calls functions; null if the manifest does not say.</summary>
    public ManifestTaskFacade? TaskFacade { get; init; }

    /// <summary>The manifest of another library whose units are this one's too; null if there is none.</summary>
    public string? UnitsOf { get; init; }

    public static Manifest Empty { get; } = new("", null, null, null, null, [], [], [], [], [], [], [], [], [], [], [], [], [], [], [], [], null);
}

/// <summary>What a facade for task bodies in C# must know beyond the headers.</summary>
/// <param name="OnTaskStack">Functions that a task calls on its own stack; the others it calls on the C stack that it borrows.</param>
/// <param name="ByHand">Functions that take C#'s functions, or are refused to such bodies.</param>
public sealed record ManifestTaskFacade(IReadOnlyList<ManifestName> OnTaskStack, IReadOnlyList<ManifestName> ByHand);

/// <summary>Services that are switched together.</summary>
/// <param name="Needs">The units whose value it must have.</param>
/// <param name="Seams">The units through whose seams it and the rest reach each other when it is on another side.</param>
/// <param name="LegacySeams">Those that its legacy side needs besides, when the rest is new.</param>
public sealed record ManifestUnit(
    string Name,
    IReadOnlyList<ManifestName> Services,
    IReadOnlyList<ManifestNeed> Needs,
    IReadOnlyList<ManifestName> Seams,
    IReadOnlyList<ManifestName> LegacySeams,
    SourcePlace Place);

/// <summary>An edge: a unit that cannot be on another side than another one yet.</summary>
/// <param name="Reason">Ends the sentence "unit A must have the same value as unit B, since ...".</param>
public sealed record ManifestNeed(ManifestName Unit, string Reason);

/// <summary>A service that the manifest puts together.</summary>
/// <param name="Symbols">Names or globs of its functions.</param>
/// <param name="Context">Null leaves that to annotations, or to global.</param>
public sealed record ManifestService(
    string Name,
    IReadOnlyList<ManifestName> Symbols,
    Model.CallContext? Context,
    SourcePlace Place);

/// <summary>A pointer that owns what it points to.</summary>
/// <param name="Type">What it points to, or a typedef that is the pointer.</param>
/// <param name="Name">Of its C# class; null makes one of <paramref name="Type"/>.</param>
/// <param name="Release">The function that ends it.</param>
/// <param name="Creates">Functions whose result, or what they store through an argument, the caller owns.</param>
/// <param name="Frees">Further functions that end it, or take it over.</param>
public sealed record ManifestHandle(
    ManifestName Type,
    ManifestName? Name,
    ManifestName Release,
    IReadOnlyList<ManifestName> Creates,
    IReadOnlyList<ManifestName> Frees);

/// <summary>What an existing library exports: read from its file, or listed.</summary>
/// <param name="Service">Of the functions that are in no other service.</param>
/// <param name="Library">The library's path as given; relative ones start at the manifest.</param>
public sealed record ManifestExports(ManifestName Service, ManifestName? Library, IReadOnlyList<ManifestVersion> Versions)
{
    /// <summary>Where the library lies.</summary>
    public string? Path => Library == null ? null
        : System.IO.Path.GetFullPath(Library.Name, System.IO.Path.GetDirectoryName(Library.Place.Path)!);
}

/// <summary>Symbols of one version; <see cref="Name"/> is empty for those that have none.</summary>
public sealed record ManifestVersion(string Name, IReadOnlyList<string> After, IReadOnlyList<ManifestName> Symbols);

/// <summary>A name, or a glob with * and ?, and where the manifest mentions it.</summary>
public sealed record ManifestName(string Name, SourcePlace Place)
{
    public bool Matches(string name) => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(Name, name, ignoreCase: false);

    /// <summary>Whether a path ends in it, from one of its folders on.</summary>
    public bool MatchesPath(string path) => Matches(path)
        || System.IO.Enumeration.FileSystemName.MatchesSimpleExpression($"*/{Name}", path, ignoreCase: false);
}

/// <summary>What the manifest says of a function.</summary>
public sealed record ManifestText(ManifestName Symbol, string Text);
