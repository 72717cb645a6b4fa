using Rustrt.Bindgen.Manifests;

namespace Rustrt.Bindgen.Model;

/// <summary>Which pointers are handles, and what functions do with them: the manifest's word, checked against the headers.</summary>
internal sealed class HandleMap
{
    private readonly List<Entry> _entries = [];

    private sealed record Entry(ManifestHandle Given, ApiHandle Handle);

    /// <param name="functions">Those that are bound.</param>
    public HandleMap(Manifest manifest, IReadOnlyList<CFunction> functions, List<Diagnostic> errors)
    {
        foreach (ManifestHandle given in manifest.Handles)
        {
            int before = errors.Count;
            Check(given, functions, errors);
            if (errors.Count == before)
            {
                CFunction release = functions.Single(function => function.Name == given.Release.Name);
                _entries.Add(new Entry(
                    given, new ApiHandle(given.Name?.Name ?? ClassName(given.Type.Name), given.Type.Name, release.Parameters[0].Type, release.Name)));
            }
        }
        errors.AddRange(
            from entry in _entries
            where EntryOf(entry.Handle.Type) is { } first && first != entry
            select new Diagnostic(entry.Given.Type.Place,
                $"\"{entry.Handle.CName}\" in \"handles\" is the same pointer as \"{EntryOf(entry.Handle.Type)!.Handle.CName}\""));
    }

    public IReadOnlyList<ApiHandle> Handles =>
        [.. _entries.Select(entry => entry.Handle).OrderBy(handle => handle.ManagedName, StringComparer.Ordinal)];

    /// <summary>Where the manifest speaks of a handle.</summary>
    public SourcePlace PlaceOf(ApiHandle handle) => _entries.First(entry => entry.Handle == handle).Given.Type.Place;

    /// <returns>What an argument is in the overload of its function, or null if it is no handle.</returns>
    public ApiForm? Argument(CFunction function, CType type) =>
        EntryOf(type) is { } used && !Ends(used.Given, function) ? new ApiForm(ApiFormKind.Handle, used.Handle.ManagedName)
        : type.Resolved is CPointer { IsConst: false } pointer ? Created(function, pointer.Pointee)
        : null;

    /// <returns>What a result is in the overload of its function, or null if the caller does not own it.</returns>
    public ApiForm? Result(CFunction function) => Created(function, function.Result);

    private ApiForm? Created(CFunction function, CType type) =>
        EntryOf(type) is { } entry && entry.Given.Creates.Any(pattern => pattern.Matches(function.Name))
            ? new ApiForm(ApiFormKind.Owned, entry.Handle.ManagedName)
            : null;

    private Entry? EntryOf(CType type) => _entries.Find(entry => Is(entry.Given, type));

    private static bool Ends(ManifestHandle handle, CFunction function) =>
        handle.Release.Name == function.Name || handle.Frees.Any(pattern => pattern.Matches(function.Name));

    /// <summary>Whether a type is the pointer that a handle owns.</summary>
    private static bool Is(ManifestHandle handle, CType type) => type.Resolved is CPointer pointer
        && (IsCalled(type, handle.Type.Name) || (pointer.Pointee.Resolved is not CPointer && IsCalled(pointer.Pointee, handle.Type.Name)));

    private static bool IsCalled(CType type, string name) => type switch
    {
        CTypedefType alias => alias.Name == name || IsCalled(alias.Underlying, name),
        CRecordType record => record.Name == name,
        _ => false,
    };

    private static void Check(ManifestHandle handle, IReadOnlyList<CFunction> functions, List<Diagnostic> errors)
    {
        string name = handle.Type.Name;
        bool Takes(CFunction function) => function.Parameters.Any(parameter => Is(handle, parameter.Type));
        bool Gives(CFunction function) => Is(handle, function.Result)
            || function.Parameters.Any(parameter => parameter.Type.Resolved is CPointer { IsConst: false } pointer && Is(handle, pointer.Pointee));

        if (!functions.Any(function => Takes(function) || Gives(function)))
        {
            errors.Add(new Diagnostic(handle.Type.Place, $"\"{name}\" in \"handles\" is no type that a function takes or returns a pointer to"));
            return;
        }
        CFunction? release = functions.FirstOrDefault(function => function.Name == handle.Release.Name);
        if (release == null)
        {
            errors.Add(new Diagnostic(handle.Release.Place, $"\"{handle.Release.Name}\", which is to release \"{name}\", is no function that is bound"));
        }
        else if (release.Parameters.Count != 1 || !Takes(release))
        {
            errors.Add(new Diagnostic(
                handle.Release.Place, $"\"{release.Name}\" cannot release \"{name}\", which must be its only argument: {release.Prototype}"));
        }
        CheckEach(handle.Creates, Gives, $"gives a \"{name}\": one that returns it, or stores it through a pointer");
        CheckEach(handle.Frees, Takes, $"takes a \"{name}\"");

        void CheckEach(IEnumerable<ManifestName> patterns, Func<CFunction, bool> does, string what) => errors.AddRange(
            from pattern in patterns
            where !functions.Any(function => pattern.Matches(function.Name) && does(function))
            select new Diagnostic(pattern.Place, $"\"{pattern.Name}\" in \"handles\" is no function that {what}"));
    }

    /// <summary>sqlite3_stmt is Sqlite3StmtHandle.</summary>
    private static string ClassName(string type) => string.Concat(
        type.Split('_', '.').Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0]) + word[1..])) + "Handle";
}
