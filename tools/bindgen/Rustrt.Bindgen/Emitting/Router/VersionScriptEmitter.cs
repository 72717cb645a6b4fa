using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.Router;

/// <summary>router.g.map: the router exports the API, the host's entry and that of routers which join it, nothing else; by versions, if it stands in for a library that has them.</summary>
internal sealed class VersionScriptEmitter : IEmitter
{
    public IEnumerable<GeneratedFile> Emit(BindingModel model)
    {
        CodeWriter code = Banner.C(model);
        if (model.Exports is { Versions.Count: > 0 } exports)
        {
            EmitVersions(code, exports);
        }
        else
        {
            code.Line("{").Line("global:");
            foreach (string name in model.RouterSymbols.Select(symbol => symbol.Name).Append(RouterNames.HostBind(model.Prefix))
                .Concat(model.CallerRecord == null ? [] : [RouterNames.Join(model.Prefix)]))
            {
                code.Line($"    {name};");
            }
            code.Line("local:").Line("    *;").Line("};");
        }
        yield return new GeneratedFile(RouterNames.VersionScript, code.ToString());
    }

    /// <summary>
    /// What no version names is exported without one, as in the library itself: so there is no "local: *", and the router's own
    /// functions are hidden by their visibility.
    /// </summary>
    private static void EmitVersions(CodeWriter code, LibraryExports exports)
    {
        foreach (SymbolVersion version in exports.Versions)
        {
            ExportedSymbol[] symbols = [.. exports.Symbols.Where(symbol => symbol.Version == version.Name && symbol.IsDefault)];
            code.Line($"{version.Name} {{");
            if (symbols.Length > 0)
            {
                code.Line("global:");
            }
            foreach (ExportedSymbol symbol in symbols)
            {
                code.Line($"    {symbol.Name};");
            }
            code.Line($"}}{string.Concat(version.After.Select(name => " " + name))};");
        }
    }
}
