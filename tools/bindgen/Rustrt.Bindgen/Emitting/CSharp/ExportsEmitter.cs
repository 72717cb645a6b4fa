using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.CSharp;

/// <summary>
/// NewBackend/Exports.*.g.cs: the entries through which upcalls reach the new backend. The calling task is an argument where
/// a register is left for it; elsewhere null is passed on. Each begins with the hand-written UpcallChecks.Enter, which
/// checked builds use to assert on which stack managed code runs. A library without tasks is called on its caller's stack,
/// and what else such a backend needs is in the package Rustrt.Bindgen.Runtime.
/// </summary>
internal sealed class ExportsEmitter : IEmitter
{
    public IEnumerable<GeneratedFile> Emit(BindingModel model)
    {
        foreach (ApiService service in model.Services.Where(s => s.Symbols.Any(symbol => symbol.IsExported)))
        {
            string name = CSharpNames.Pascal(service.Name);
            CodeWriter code = Banner.CSharp(model)
                .Line("using System.Runtime.CompilerServices;")
                .Line("using System.Runtime.InteropServices;")
                .Line($"using {model.Namespace};")
                .Line()
                .Line($"namespace {model.BackendNamespace};")
                .Line()
                .Open("internal static unsafe partial class Exports");
            bool first = true;
            foreach (ApiSymbol symbol in service.Symbols.Where(symbol => symbol.IsExported))
            {
                if (!first)
                {
                    code.Line();
                }
                first = false;
                EmitExport(code, symbol, $"NewServices.{name}", model.CallerRecord);
            }
            yield return new GeneratedFile($"NewBackend/Exports.{name}.g.cs", code.Close().ToString());
        }
    }

    private static void EmitExport(CodeWriter code, ApiSymbol symbol, string service, CRecord? callerRecord)
    {
        string function = CSharpNames.Escape(symbol.ManagedName);
        CRecord? passed = symbol.Shape.HasRoomForCaller ? callerRecord : null;
        string? caller = callerRecord == null ? null : passed == null ? "null" : Signature.CallerName(symbol);
        string call = $"{service}.{function}({Signature.Arguments(symbol, caller)})";
        string exception = Signature.Unused("e", symbol);
        string fatal = callerRecord == null ? "global::Rustrt.Bindgen.Runtime.Fatal" : "Fatal";
        bool isVoid = Signature.IsVoid(symbol);
        code.Line("[UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]")
            .Open($"internal static {Signature.Result(symbol)} {function}({Signature.Parameters(symbol, passed)})")
            .Open("try");
        if (callerRecord != null)
        {
            code.Line("UpcallChecks.Enter();");
        }
        code.Line(isVoid ? $"{call};" : $"return {call};")
            .Close()
            .Open($"catch (Exception {exception})")
            .Line($"{fatal}.Unhandled({exception}, \"{symbol.Name}\");");
        if (!isVoid)
        {
            code.Line("return default;");
        }
        code.Close().Close();
    }
}
