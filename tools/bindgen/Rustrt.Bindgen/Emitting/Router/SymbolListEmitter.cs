using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.Router;

/// <summary>router_symbols.g.h: the API and the units as X-macros, for the router's C code.</summary>
internal sealed class SymbolListEmitter : IEmitter
{
    public IEnumerable<GeneratedFile> Emit(BindingModel model)
    {
        string prefix = model.Prefix;
        IReadOnlyList<RouterSymbol> symbols = model.RouterSymbols;
        CodeWriter code = Banner.C(model)
            .Line("#ifndef ROUTER_SYMBOLS_G_H")
            .Line("#define ROUTER_SYMBOLS_G_H")
            .Line()
            .Line("/* what callers link to, and where the library that the router stands in for lies; else beside the router */")
            .Line($"#define ROUTER_LIBRARY \"{model.Exports?.Soname ?? model.Library}\"")
            .Line($"#define ROUTER_LEGACY \"{model.Exports?.Path}\"")
            .Line($"#define ROUTER_STEM \"lib{LibraryNames.StemOf(model.Library)}\"")
            .Line("/* of environment variables, of messages, of functions by which a backend is bound */")
            .Line($"#define ROUTER_PREFIX \"{prefix}\"")
            .Line($"#define ROUTER_NAME \"{prefix.ToLowerInvariant()}\"")
            .Line($"#define ROUTER_HOST_BIND {RouterNames.HostBind(prefix)}")
            .Line($"#define ROUTER_SYMBOLS {symbols.Count}")
            .Line($"#define ROUTER_UNITS {model.Units.Count}")
            .Line($"#define ROUTER_WRAPPERS {RouterNames.Wrappers(model)}")
            .Line()
            .Line("/* X(index, name, version, service, unit_index, is_native, new_serves, int_regs, trace)")
            .Line(" * index       place in every table of the router: names in ordinal order")
            .Line(" * version     by which it is exported, \"\" for none")
            .Line(" * is_native   the router's own router_native_<name> is the new side")
            .Line(" * new_serves  the new backend has it, be it native or in C#")
            .Line(" * int_regs    of rdi, rsi, rdx, rcx, r8, r9: how many the arguments take, a hidden result pointer included")
            .Line(" * trace       words name:kind and =kind, kinds as in trace.c; \"\" if only the entry of a call can be told */")
            .Line("#define ROUTER_SYMBOL_LIST(X) \\");
        EmitRows(code, symbols.Select(symbol =>
            $"X({symbol.Index}, {symbol.Name}, \"{symbol.Export.Version}\", \"{symbol.Service}\", {symbol.UnitIndex}, "
            + $"{(symbol.Api is { IsNative: true } ? 1 : 0)}, {(symbol.Api is { NewServes: true } ? 1 : 0)}, {symbol.Api?.Shape.IntegerRegisters ?? 0}, \"{symbol.Api?.Trace}\")"));
        code.Line()
            .Line("/* U(unit_index, name, services...) */")
            .Line("#define ROUTER_UNIT_LIST(U) \\");
        EmitRows(code, model.Units.Select((unit, i) =>
            $"U({i}, \"{unit.Name}\", {string.Join(", ", unit.Services.Select(service => $"\"{service}\""))})"));
        int IndexOf(string name) => model.Units.Select(unit => unit.Name).ToList().IndexOf(name);
        code.Line()
            .Line("/* N(unit_index, unit_index, reason): they cannot be on different sides yet */")
            .Line("#define ROUTER_NEED_LIST(N) \\");
        EmitRows(code, model.Units.SelectMany((unit, i) => unit.Needs.Select(need => $"N({i}, {IndexOf(need.Unit)}, \"{need.Reason}\")")));
        code.Line()
            .Line("/* S(unit_index, unit_index, legacy_only): on another side than the rest the first is reached through, or reaches, the second's seam;")
            .Line(" * legacy_only: only when it is the first that is legacy */")
            .Line("#define ROUTER_SEAM_LIST(S) \\");
        EmitRows(code, model.Units.SelectMany((unit, i) => unit.Seams.Select(seam => $"S({i}, {IndexOf(seam)}, 0)")
            .Concat(unit.LegacySeams.Select(seam => $"S({i}, {IndexOf(seam)}, 1)"))));
        if (model.UnitEnum != null)
        {
            EmitAsserts(code, model);
        }
        code.Line().Line("#endif");
        yield return new GeneratedFile(RouterNames.SymbolList, code.ToString());
    }

    /// <summary>An empty list is an empty line, where the macro ends.</summary>
    private static void EmitRows(CodeWriter code, IEnumerable<string> rows)
    {
        string[] all = [.. rows.DefaultIfEmpty("")];
        for (int i = 0; i < all.Length; i++)
        {
            code.Line($"    {all[i]}{(i < all.Length - 1 ? " \\" : "")}");
        }
    }

    private static void EmitAsserts(CodeWriter code, BindingModel model)
    {
        code.Line()
            .Line("#ifndef __ASSEMBLER__")
            .Line($"#include \"{Path.GetFileName(model.UnitEnum!.Place.Path)}\"");
        for (int i = 0; i < model.Units.Count; i++)
        {
            EmitAssert(code, ModelBuilder.UnitConstant(model.Prefix, model.Units[i].Name), i);
        }
        EmitAssert(code, $"{model.Prefix}_UNITS", model.Units.Count);
        code.Line("#endif");
    }

    private static void EmitAssert(CodeWriter code, string constant, int value) =>
        code.Line($"_Static_assert({constant} == {value}, \"the unit enum and the manifest disagree\");");
}
