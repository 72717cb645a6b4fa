using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.CSharp.Facade;

/// <summary>
/// NativeMethods.g.cs: a class with the name and the signatures of the imports, so that callers of these need not change. Each
/// function goes to the implementation that the switch chose for its service.
/// </summary>
internal sealed class FacadeEmitter : IEmitter
{
    public IEnumerable<GeneratedFile> Emit(BindingModel model)
    {
        var services = model.Services.ToDictionary(service => service.Name, StringComparer.Ordinal);
        CodeWriter code = Banner.CSharp(model)
            .Line($"namespace {model.Namespace};")
            .Line()
            .Line($"/// <summary>The functions of {model.Library}, each by the backend that the switch chose: <see cref=\"{CSharpNames.Registry(model)}\"/>.</summary>")
            .Open($"{model.Visibility} static unsafe partial class {ImportsClass.CallersName}");
        if (model.CallerRecord is { } caller)
        {
            code.Line("/// <summary>The task that calls, or null outside of tasks: written by hand, for only the new backend knows its tasks.</summary>")
                .Line($"private static partial {CSharpNames.Escape(caller.Name)}* CurrentTask();")
                .Line();
        }
        foreach (ApiSymbol symbol in model.Symbols)
        {
            if (symbol != model.Symbols[0])
            {
                code.Line();
            }
            string function = CSharpNames.Escape(symbol.ManagedName);
            string arguments = Signature.Arguments(symbol, model.CallerRecord == null ? null : "CurrentTask()");
            code.Lines(Signature.Docs(symbol))
                .Line($"public static {Signature.Result(symbol)} {function}({Signature.Parameters(symbol)}) =>")
                .Line($"    {CSharpNames.Chosen(services[symbol.Service])}.Service.{function}({arguments});");
        }
        yield return new GeneratedFile($"{ImportsClass.CallersName}.g.cs", code.Close().ToString());
    }
}
