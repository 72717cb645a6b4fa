using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.CSharp.Facade;

/// <summary>
/// NativeMethods.g.cs of a library with tasks: a class with the name and the signatures of the imports, for programs whose task
/// bodies are C#. Such a body runs on an OS thread of its own; what it calls is called in its task, by the written part of the
/// class. On all other threads, and for functions that any thread may call, a call is the import alone.
/// </summary>
internal sealed class TaskFacadeEmitter : IEmitter
{
    public IEnumerable<GeneratedFile> Emit(BindingModel model)
    {
        TaskFacade facade = model.TaskFacade
            ?? throw new UsageException("--emit task-facade needs \"taskFacade\" in the manifest, with \"onTaskStack\" and \"byHand\"");
        CodeWriter code = Banner.CSharp(model)
            .Line($"namespace {model.Namespace};")
            .Line()
            .Line($"/// <summary>The functions of {model.Library}, on every thread and in task bodies in C#.</summary>")
            .Open($"{model.Visibility} static unsafe partial class {ImportsClass.CallersName}")
            .Line("/// <summary>Whether a task's body runs on this thread. Written by hand.</summary>")
            .Line("private static partial bool IsTaskThread();")
            .Line()
            .Line("/// <summary>Calls a function in the task whose body runs on this thread, and waits. Written by hand.</summary>")
            .Line("private static partial ulong CallInTask(string function, bool onTaskStack, ReadOnlySpan<ulong> arguments);");
        foreach (ApiSymbol symbol in model.Symbols)
        {
            code.Line().Lines(Signature.Docs(symbol));
            string function = CSharpNames.Escape(symbol.ManagedName);
            string head = $"{Signature.Result(symbol)} {function}({Signature.Parameters(symbol)})";
            string import = $"{ImportsClass.BehindFacade.Name}.{function}({Signature.Arguments(symbol)})";
            if (facade.ByHand.Contains(symbol.Name, StringComparer.Ordinal))
            {
                code.Line($"public static partial {head};");
            }
            else if (symbol.Context == CallContext.Global)
            {
                code.Line($"public static {head} => {import};");
            }
            else
            {
                EmitTaskFunction(code, symbol, head, import, facade);
            }
        }
        yield return new GeneratedFile($"{ImportsClass.CallersName}.g.cs", code.Close().ToString());
    }

    private static void EmitTaskFunction(CodeWriter code, ApiSymbol symbol, string head, string import, TaskFacade facade)
    {
        if (symbol.Function.Parameters.Select(p => p.Type).Append(symbol.Function.Result).FirstOrDefault(type => !IsWord(type)) is { } wrong)
        {
            throw new UsageException(
                $"function \"{symbol.Name}\" passes a {CSharpTypes.Name(wrong)}, which is no single word; list it in \"taskFacade.byHand\"");
        }
        bool onTaskStack = facade.OnTaskStack.Contains(symbol.Name, StringComparer.Ordinal);
        string words = string.Join(", ", symbol.Function.Parameters.Select(p => $"(ulong){CSharpNames.Escape(p.Name)}"));
        string call = $"CallInTask(\"{symbol.Name}\", {(onTaskStack ? "true" : "false")}, [{words}])";
        code.Open($"public static {head}");
        if (Signature.IsVoid(symbol))
        {
            code.Line($"if (IsTaskThread()) {call};").Line($"else {import};");
        }
        else
        {
            code.Line($"return IsTaskThread() ? ({Signature.Result(symbol)}){call} : {import};");
        }
        code.Close();
    }

    /// <summary>Whether it travels in one integer register.</summary>
    private static bool IsWord(CType type) => type.Resolved is CPointer or CArray or CEnumType or CFunctionType
        or CPrimitive { Kind: not (CPrimitiveKind.Float or CPrimitiveKind.Double) };
}
