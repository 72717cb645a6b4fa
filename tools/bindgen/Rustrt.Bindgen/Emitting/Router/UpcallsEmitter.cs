using Rustrt.Bindgen.Abi;
using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.Router;

/// <summary>
/// router_upcalls.g.S: how a task's call reaches C#. The router defines router_upcall_0..6, router_new, router_wrapped and
/// the native functions.
/// </summary>
internal sealed class UpcallsEmitter : IEmitter
{
    public IEnumerable<GeneratedFile> Emit(BindingModel model)
    {
        if (model.CallerRecord == null)
        {
            yield break; // without tasks, calls reach C# on the caller's stack
        }
        CodeWriter code = Banner.C(model)
            .Line("/* Per exported symbol a trampoline that puts the C# function into r10 and jumps to router_upcall_<n>, which adds the")
            .Line(" * calling task as argument number n (0..5), or adds nothing (6). Native symbols are the router's own functions.")
            .Line(" * Wrappers make plain C functions of C# functions that were handed to router_wrapped. */")
            .Instruction(".hidden router_new, router_wrapped");
        for (int registers = 0; registers <= CallShape.AvailableIntegerRegisters; registers++)
        {
            code.Instruction($".hidden {Upcall(registers)}");
        }
        foreach (ApiSymbol symbol in model.Symbols.Where(symbol => symbol.IsNative))
        {
            code.Instruction($".hidden {RouterNames.Native(symbol.Name)}");
        }
        code.Line().Instruction(".text");
        foreach (ApiSymbol symbol in model.Symbols.Where(symbol => symbol.IsExported))
        {
            code.Line()
                .Line($"/* {symbol.Name} */")
                .JumpFunction(
                    $"tramp_{symbol.Index}",
                    exported: false,
                    $"movq router_new+{8 * symbol.Index}(%rip), %r10",
                    $"jmp {Upcall(symbol.Shape.IntegerRegisters)}");
        }
        for (int i = 0; i < RouterNames.Wrappers(model); i++)
        {
            code.Line().JumpFunction(
                $"wrap_{i}",
                exported: false,
                $"movq router_wrapped+{8 * i}(%rip), %r10",
                $"jmp {Upcall(CallShape.AvailableIntegerRegisters)}");
        }
        code.Line()
            .Instruction(".section .data.rel.ro.local, \"aw\", @progbits")
            .Table("router_trampolines", model.RouterSymbols.Select(TrampolineOf))
            .Line()
            .Table("router_wrappers", Enumerable.Range(0, RouterNames.Wrappers(model)).Select(i => $"wrap_{i}"))
            .Line()
            .Line(RouterNames.NoExecutableStack);
        yield return new GeneratedFile(RouterNames.Upcalls, code.ToString());
    }

    private static string Upcall(int registers) => $"router_upcall_{registers}";

    private static string TrampolineOf(RouterSymbol symbol) =>
        symbol.Api is { IsNative: true } ? RouterNames.Native(symbol.Name)
        : symbol.Api is { NewServes: true } ? $"tramp_{symbol.Index}"
        : "0";
}
