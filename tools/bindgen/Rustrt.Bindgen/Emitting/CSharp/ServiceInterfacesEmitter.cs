using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.CSharp;

/// <summary>Services/I*.g.cs: one interface per service, which either backend can implement.</summary>
internal sealed class ServiceInterfacesEmitter : IEmitter
{
    public IEnumerable<GeneratedFile> Emit(BindingModel model)
    {
        foreach (ApiService service in model.Services)
        {
            string name = CSharpNames.Interface(service);
            CodeWriter code = Banner.CSharp(model)
                .Line($"namespace {model.Namespace};")
                .Line()
                .Line($"/// <summary>Service {service.Name} of unit {model.Units[service.UnitIndex].Name}.</summary>");
            if (model.CallerRecord != null)
            {
                code.Line("/// <remarks>The last parameter is the calling task, or null outside of tasks.</remarks>");
            }
            code.Open($"{model.Visibility} unsafe interface {name}");
            for (int i = 0; i < service.Symbols.Count; i++)
            {
                ApiSymbol symbol = service.Symbols[i];
                if (i > 0)
                {
                    code.Line();
                }
                code.Lines(Signature.Docs(symbol))
                    .Line($"{Signature.Result(symbol)} {CSharpNames.Escape(symbol.ManagedName)}({Signature.Parameters(symbol, model.CallerRecord)});");
            }
            yield return new GeneratedFile($"Services/{name}.g.cs", code.Close().ToString());
        }
    }
}
