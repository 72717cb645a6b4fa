using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.CSharp;

/// <summary>Overloads.g.cs: the functions with texts and handles instead of pointers.</summary>
internal sealed class OverloadsEmitter : IEmitter
{
    public IEnumerable<GeneratedFile> Emit(BindingModel model)
    {
        ApiSymbol[] symbols = [.. model.Symbols.Where(symbol => symbol.Overload is { DiffersByResultOnly: false })];
        if (symbols.Length == 0)
        {
            yield break;
        }
        CodeWriter code = Banner.CSharp(model)
            .Line("using System.Runtime.CompilerServices;")
            .Line("using System.Runtime.InteropServices;")
            .Line()
            .Line($"namespace {model.Namespace};")
            .Line()
            .Open($"{model.Visibility} static unsafe partial class {ImportsClass.CallersName}");
        foreach (ApiSymbol symbol in symbols)
        {
            if (symbol != symbols[0])
            {
                code.Line();
            }
            new OverloadWriter(code, symbol, symbol.Overload!).WriteOverloads();
        }
        yield return new GeneratedFile("Overloads.g.cs", code.Close().ToString());
    }
}
