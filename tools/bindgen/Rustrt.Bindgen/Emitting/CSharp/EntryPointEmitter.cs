using Rustrt.Bindgen.Emitting.Router;
using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.CSharp;

/// <summary>
/// NewBackend/EntryPoint.g.cs: the function by which the router binds the new backend, for a library without tasks. One with
/// tasks hands more than a table to and fro, and writes its own.
/// </summary>
internal sealed class EntryPointEmitter : IEmitter
{
    public IEnumerable<GeneratedFile> Emit(BindingModel model)
    {
        if (model.CallerRecord != null || !model.Symbols.Any(symbol => symbol.IsExported))
        {
            yield break;
        }
        yield return new GeneratedFile("NewBackend/EntryPoint.g.cs", Banner.CSharp(model)
            .Line("using System.Runtime.InteropServices;")
            .Line("using Rustrt.Bindgen.Runtime;")
            .Line()
            .Line($"namespace {model.BackendNamespace};")
            .Line()
            .Open("internal static unsafe class EntryPoint")
            .Line($"[UnmanagedCallersOnly(EntryPoint = \"{RouterNames.NewBind(model.Prefix)}\")]")
            .Line("private static int Bind(void* offer) => RouterOffer.Accept(offer, ExportTable.Length, &ExportTable.Fill);")
            .Close()
            .ToString());
    }
}
