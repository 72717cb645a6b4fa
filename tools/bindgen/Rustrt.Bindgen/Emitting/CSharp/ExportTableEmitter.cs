using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.CSharp;

/// <summary>NewBackend/ExportTable.g.cs: hands the exports to the router, each at its symbol's index.</summary>
internal sealed class ExportTableEmitter : IEmitter
{
    public IEnumerable<GeneratedFile> Emit(BindingModel model)
    {
        CodeWriter code = Banner.CSharp(model)
            .Line($"using {model.Namespace};")
            .Line()
            .Line($"namespace {model.BackendNamespace};")
            .Line()
            .Open("internal static unsafe class ExportTable")
            .Line("/// <summary>How many entries the router's table has: one per symbol, served or not.</summary>")
            .Line($"internal const int Length = {model.RouterSymbols.Count};")
            .Line()
            .Line("/// <summary>Stores each export at its symbol's index and leaves the other entries alone.</summary>")
            .Open("internal static void Fill(nint* table)");
        foreach (ApiSymbol symbol in model.Symbols.Where(symbol => symbol.IsExported))
        {
            CRecord? caller = symbol.Shape.HasRoomForCaller ? model.CallerRecord : null;
            string type = CSharpTypes.FunctionPointer(Signature.ParameterTypes(symbol, caller), Signature.Result(symbol));
            code.Line($"table[{symbol.Index}] = (nint)({type})&Exports.{CSharpNames.Escape(symbol.ManagedName)};");
        }
        yield return new GeneratedFile("NewBackend/ExportTable.g.cs", code.Close().Close().ToString());
    }
}
