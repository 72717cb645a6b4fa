using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.Router;

/// <summary>
/// router_stubs.g.S: the exported functions and the slots they jump through. It knows nothing of tasks, and serves a router
/// for any C library. The router defines router_lazy, router_calls, router_target,
/// router_trace and router_trace_entry.
/// </summary>
internal sealed class StubsEmitter : IEmitter
{
    public IEnumerable<GeneratedFile> Emit(BindingModel model)
    {
        CodeWriter code = Banner.C(model)
            .Line("/* Per symbol: the exported function jumps through its slot in router_table, which holds first lazy_<index>")
            .Line(" * (router_lazy decides, with the index in r10d), then a backend's function, or count_<index> if calls are counted,")
            .Line(" * or trace_<index> if they are traced (router_trace, or router_trace_entry which sees no result, index in r10d). */")
            .Instruction(".hidden router_lazy, router_calls, router_target, router_trace, router_trace_entry")
            .Line()
            .Instruction(".text");
        foreach (RouterSymbol symbol in model.RouterSymbols)
        {
            int slot = 8 * symbol.Index;
            // An older version of a name is a function of its own, which only the linker calls so.
            string name = symbol.Export.IsDefault ? symbol.Name : $"version_{symbol.Index}";
            code.Line();
            if (!symbol.Export.IsDefault)
            {
                code.Instruction($".symver {name}, {symbol.Name}@{symbol.Export.Version}, remove");
            }
            code.JumpFunction(name, exported: true, $"jmp *router_table+{slot}(%rip)")
                .JumpFunction($"lazy_{symbol.Index}", exported: false, $"movl ${symbol.Index}, %r10d", "jmp router_lazy")
                .JumpFunction(
                    $"count_{symbol.Index}",
                    exported: false,
                    $"lock incq router_calls+{slot}(%rip)",
                    $"jmp *router_target+{slot}(%rip)")
                .JumpFunction(
                    $"trace_{symbol.Index}",
                    exported: false,
                    $"movl ${symbol.Index}, %r10d",
                    string.IsNullOrEmpty(symbol.Api?.Trace) ? "jmp router_trace_entry" : "jmp router_trace");
        }
        code.Line()
            .Instruction(".section .data.rel.local, \"aw\", @progbits")
            .Table("router_table", model.RouterSymbols.Select(symbol => $"lazy_{symbol.Index}"))
            .Line()
            .Instruction(".section .data.rel.ro.local, \"aw\", @progbits")
            .Table("router_lazies", model.RouterSymbols.Select(symbol => $"lazy_{symbol.Index}"))
            .Line()
            .Table("router_counting", model.RouterSymbols.Select(symbol => $"count_{symbol.Index}"))
            .Line()
            .Table("router_tracing", model.RouterSymbols.Select(symbol => $"trace_{symbol.Index}"))
            .Line()
            .Line(RouterNames.NoExecutableStack);
        yield return new GeneratedFile(RouterNames.Stubs, code.ToString());
    }
}
