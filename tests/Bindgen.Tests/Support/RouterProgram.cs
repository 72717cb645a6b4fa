using System.Text;
using Rustrt.Bindgen;
using Rustrt.Bindgen.Emitting;
using Rustrt.Bindgen.Model;

namespace Bindgen.Tests.Support;

/// <summary>
/// A program around the generated router files. Its router is a stand-in: router_lazy records the index and returns;
/// router_upcall_n puts the address of <c>task</c> into argument register n and jumps on. Its new side consists of C functions
/// compiled from the headers' own prototypes with a caller behind, so that gcc, not bindgen, says where the caller must arrive.
/// </summary>
internal static class RouterProgram
{
    private static readonly string[] ArgumentRegisters = ["rdi", "rsi", "rdx", "rcx", "r8", "r9"];

    /// <summary>Builds and runs it; it prints what is wrong, and nothing if all is well.</summary>
    public static Outcome Run(BindingModel model, IEnumerable<string> includeFolders, string header)
    {
        using var folder = new TempFolder();
        foreach (GeneratedFile file in Models.Emit(model).Where(f => f.Path.StartsWith("router/", StringComparison.Ordinal)))
        {
            folder.Write(Path.GetFileName(file.Path), file.Text);
        }
        string program = folder.File("program");
        Tool.Gcc(
            [.. includeFolders.Select(include => $"-I{include}"), $"-I{folder.Path}", "-Wno-unused-parameter", "-o", program,
                folder.Write("upcalls.S", Upcalls(model)), folder.Write("main.c", CFile(model, header)),
                folder.File("router_stubs.g.S"), folder.File("router_upcalls.g.S")]);
        return Tool.Run(program, []);
    }

    private static string Upcalls(BindingModel model)
    {
        var text = new StringBuilder("        .text\n");
        for (int i = 0; i <= ArgumentRegisters.Length; i++)
        {
            text.Append($"        .globl router_upcall_{i}\nrouter_upcall_{i}:\n");
            if (i < ArgumentRegisters.Length)
            {
                text.Append($"        leaq task(%rip), %{ArgumentRegisters[i]}\n");
            }
            text.Append("        jmp *%r10\n");
        }
        text.Append("        .globl router_trace, router_trace_entry\nrouter_trace: router_trace_entry: ret\n        .globl router_lazy\nrouter_lazy:\n        movl %r10d, asked(%rip)\n        ret\n");
        foreach (ApiSymbol symbol in model.Symbols.Where(symbol => symbol.IsNative))
        {
            text.Append($"        .globl router_native_{symbol.Name}\nrouter_native_{symbol.Name}: ret\n");
        }
        return text.Append("        .section .note.GNU-stack,\"\",@progbits\n").ToString();
    }

    private static string CFile(BindingModel model, string header)
    {
        ApiSymbol[] exported = [.. model.Symbols.Where(symbol => symbol.IsExported)];
        var text = new StringBuilder($$"""
            #include <stdio.h>
            #include <string.h>
            #include "{{header}}"
            #include "router_symbols.g.h"
            #define COUNT ROUTER_SYMBOLS
            extern void *router_table[COUNT], *const router_lazies[COUNT], *const router_counting[COUNT];
            extern void *const router_trampolines[COUNT], *const router_wrappers[ROUTER_WRAPPERS];
            long router_calls[COUNT];
            void *router_target[COUNT], *router_new[COUNT], *router_wrapped[ROUTER_WRAPPERS];
            int asked, wrapped;
            char task;
            void *seen;
            static void wrapped_function(void) { wrapped++; }

            """);
        foreach (ApiSymbol symbol in exported)
        {
            text.Append(symbol.Shape.HasRoomForCaller
                ? $"static {NewPrototype(symbol)} {{ seen = caller; {Result(symbol)} }}\n"
                : $"static {NewPrototype(symbol)} {{ seen = &task; {Result(symbol)} }}\n");
        }
        text.Append("""
            static void call(int index) {
                switch (index) {

            """);
        foreach (ApiSymbol symbol in model.Symbols)
        {
            text.Append($"    case {symbol.Index}: {{ {Call(symbol)} break; }}\n");
        }
        text.Append("""
                }
            }
            #define NAME(index, name, version, service, unit, native, served, regs, trace) #name,
            static const char *const names[] = { ROUTER_SYMBOL_LIST(NAME) };
            #define SERVED(index, name, version, service, unit, native, served, regs, trace) served,
            static const char served[] = { ROUTER_SYMBOL_LIST(SERVED) };
            int main(void) {
                if (sizeof names / sizeof *names != COUNT) puts("the list is not as long as it says");
                if ((size_t)router_table % 64) puts("router_table is not aligned");
                for (int i = 0; i < COUNT; i++) {
                    if (router_table[i] != router_lazies[i]) printf("%s does not start lazy\n", names[i]);
                    if (!router_trampolines[i] != !served[i]) printf("%s: trampoline and list disagree\n", names[i]);
                }

            """);
        // A lazy stub that returns into a caller which expects a record has nothing to return: call only what gives a scalar.
        foreach (ApiSymbol symbol in model.Symbols.Where(symbol => symbol.Function.Result.Resolved is not CRecordType))
        {
            text.Append($"    asked = -1; call({symbol.Index});\n");
            text.Append($"    if (asked != {symbol.Index}) puts(\"{symbol.Name}: wrong lazy stub\");\n");
        }
        foreach (ApiSymbol symbol in exported)
        {
            int i = symbol.Index;
            text.Append($"    router_new[{i}] = (void *)new_{symbol.Name}; router_table[{i}] = router_trampolines[{i}];\n");
            text.Append($"    seen = 0; call({i}); if (seen != &task) puts(\"{symbol.Name}: the caller is lost\");\n");
            text.Append($"    router_target[{i}] = router_trampolines[{i}]; router_table[{i}] = router_counting[{i}];\n");
            text.Append($"    seen = 0; call({i}); if (seen != &task) puts(\"{symbol.Name}: lost when counted\");\n");
            text.Append($"    if (router_calls[{i}] != 1) puts(\"{symbol.Name}: not counted once\");\n");
        }
        return text.Append($$"""
                for (int j = 0; j < ROUTER_WRAPPERS; j++) {
                    router_wrapped[j] = (void *)wrapped_function;
                    ((void (*)(void))router_wrappers[j])();
                    if (wrapped != j + 1) printf("wrapper %d does not call\n", j);
                }
                return 0;
            }

            """).ToString();
    }

    private static string NewPrototype(ApiSymbol symbol)
    {
        string prototype = symbol.Function.Prototype.Replace($"{symbol.Name}(", $"new_{symbol.Name}(", StringComparison.Ordinal);
        return !symbol.Shape.HasRoomForCaller ? prototype
            : prototype.EndsWith("(void)", StringComparison.Ordinal) ? prototype[..^"void)".Length] + "void *caller)"
            : prototype[..^1] + ", void *caller)";
    }

    private static string Result(ApiSymbol symbol) =>
        symbol.Function.Result.Resolved is CPrimitive { Kind: CPrimitiveKind.Void } ? "return;"
        : $"static __typeof__({Zeroed(symbol)}) zero; return zero;";

    private static string Call(ApiSymbol symbol) => $"(void){Zeroed(symbol)};";

    /// <summary>A call with zeros of the right types; compound literals take any type that has a name.</summary>
    private static string Zeroed(ApiSymbol symbol) =>
        $"{symbol.Name}({string.Join(", ", symbol.Function.Parameters.Select(p => p.Type switch
        {
            CTypedefType alias => $"({alias.Name}){{0}}",
            CRecordType record => $"(struct {record.Name}){{0}}",
            _ => "0",
        }))})";
}
