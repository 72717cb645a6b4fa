using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.CSharp;

/// <summary>
/// NativeMethods.g.cs: every function as the library exports it. Behind a facade, which has that name, NativeImports.g.cs.
/// </summary>
internal sealed class NativeMethodsEmitter(ImportsClass imports) : IEmitter
{
    public IEnumerable<GeneratedFile> Emit(BindingModel model)
    {
        CodeWriter code = Banner.CSharp(model)
            .Line("using System.Runtime.CompilerServices;")
            .Line("using System.Runtime.InteropServices;")
            .Line()
            .Line($"namespace {model.Namespace};")
            .Line()
            .Line($"/// <summary>The functions of {model.Library}.</summary>")
            .Open($"{imports.AccessIn(model)} static unsafe partial class {imports.Name}");
        foreach (ApiSymbol symbol in model.Symbols)
        {
            if (symbol != model.Symbols[0])
            {
                code.Line();
            }
            string entry = symbol.ManagedName == symbol.Function.LinkName ? "" : $", EntryPoint = \"{symbol.Function.LinkName}\"";
            code.Lines(Signature.Docs(symbol))
                .Line($"[LibraryImport(\"{model.ImportName}\"{entry})]")
                .Line("[UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]")
                .Line($"public static partial {Signature.Result(symbol)} {CSharpNames.Escape(symbol.ManagedName)}({Signature.Parameters(symbol)});");
        }
        yield return new GeneratedFile($"{imports.Name}.g.cs", code.Close().ToString());
    }
}
