namespace Rustrt.Bindgen.Model;

/// <summary>
/// What stands beside each other in C# must have different names. In C it has; it is the manifest's names that can clash, with
/// each other or with C's.
/// </summary>
internal static class DeclarationSpaces
{
    /// <summary>The class of the functions and constants.</summary>
    private const string Functions = "NativeMethods";

    /// <summary>The same behind a facade.</summary>
    private const string HiddenFunctions = "NativeImports";

    /// <param name="Place">Where the manifest gives the name; null if it is C's.</param>
    private sealed record Declaration(string CName, string Name, SourcePlace? Place);

    /// <param name="model">By C's names.</param>
    public static IEnumerable<Diagnostic> Clashes(BindingModel model, Renames renames, HandleMap handles)
    {
        IEnumerable<Declaration> Renamed(IEnumerable<string> names) =>
            names.Append(Functions).Append(HiddenFunctions).Distinct().Select(name => new Declaration(name, renames.Of(name), renames.PlaceOf(name)));

        IEnumerable<Declaration> types = Renamed(model.Records.Where(record => record.Parent == null).Select(record => record.Name)
                .Concat(model.Enums.Select(e => e.Name).OfType<string>()))
            .Concat(model.Handles.Select(handle => new Declaration(handle.CName, handle.ManagedName, handles.PlaceOf(handle))));
        IEnumerable<Declaration> members = Renamed(model.Symbols.Select(symbol => symbol.Name)
            .Concat(model.Constants.Select(constant => constant.Name))
            .Concat(model.Enums.Where(e => e.Name == null).SelectMany(ConstantsOf)));
        return model.Enums.Where(e => e.Name != null).Select(e => Renamed(ConstantsOf(e))).Append(types).Append(members).SelectMany(Clashes);
    }

    private static IEnumerable<string> ConstantsOf(CEnum @enum) => @enum.Constants.Select(constant => constant.Name);

    private static IEnumerable<Diagnostic> Clashes(IEnumerable<Declaration> space) =>
        from same in space.GroupBy(declaration => declaration.Name)
        where same.Count() > 1
        select new Diagnostic(
            same.Select(declaration => declaration.Place).OfType<SourcePlace>().First(),
            $"{string.Join(" and ", same.Select(declaration => $"\"{declaration.CName}\""))} are both \"{same.Key}\" in C#");
}
