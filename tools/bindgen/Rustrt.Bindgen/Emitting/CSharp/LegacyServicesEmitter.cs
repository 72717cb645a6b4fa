using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.CSharp;

/// <summary>Services/Legacy*.g.cs: each service by the library itself, which finds the calling task on its own.</summary>
internal sealed class LegacyServicesEmitter(ImportsClass imports) : IEmitter
{
    public IEnumerable<GeneratedFile> Emit(BindingModel model)
    {
        foreach (ApiService service in model.Services)
        {
            string name = CSharpNames.Legacy(service);
            CodeWriter code = Banner.CSharp(model)
                .Line($"namespace {model.Namespace};")
                .Line()
                .Line($"/// <summary>Service {service.Name}, by {model.Library}.</summary>")
                .Open($"{model.Visibility} sealed unsafe class {name} : {CSharpNames.Interface(service)}");
            for (int i = 0; i < service.Symbols.Count; i++)
            {
                ApiSymbol symbol = service.Symbols[i];
                string function = CSharpNames.Escape(symbol.ManagedName);
                if (i > 0)
                {
                    code.Line();
                }
                code.Line("/// <inheritdoc/>")
                    .Line($"public {Signature.Result(symbol)} {function}({Signature.Parameters(symbol, model.CallerRecord)}) =>")
                    .Line($"    {imports.Name}.{function}({Signature.Arguments(symbol)});");
            }
            yield return new GeneratedFile($"Services/{name}.g.cs", code.Close().ToString());
        }
    }
}
