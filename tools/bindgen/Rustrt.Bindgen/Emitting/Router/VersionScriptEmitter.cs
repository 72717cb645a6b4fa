using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.Router;

/// <summary>router.g.map: the router exports the API and the host's entry, nothing else.</summary>
internal sealed class VersionScriptEmitter : IEmitter
{
    public IEnumerable<GeneratedFile> Emit(BindingModel model)
    {
        CodeWriter code = Banner.C(model).Line("{").Line("global:");
        foreach (string name in model.Symbols.Select(symbol => symbol.Name).Append(RouterNames.HostBind(model.Prefix)))
        {
            code.Line($"    {name};");
        }
        code.Line("local:").Line("    *;").Line("};");
        yield return new GeneratedFile(RouterNames.VersionScript, code.ToString());
    }
}
