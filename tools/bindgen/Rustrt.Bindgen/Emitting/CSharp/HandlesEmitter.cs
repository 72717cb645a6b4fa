using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.CSharp;

/// <summary>Handles.g.cs: a SafeHandle for each pointer that owns something.</summary>
internal sealed class HandlesEmitter : IEmitter
{
    public IEnumerable<GeneratedFile> Emit(BindingModel model)
    {
        if (model.Handles.Count == 0)
        {
            yield break;
        }
        CodeWriter code = Banner.CSharp(model)
            .Line("using System.Runtime.InteropServices;")
            .Line()
            .Line($"namespace {model.Namespace};");
        foreach (ApiHandle handle in model.Handles)
        {
            code.Line();
            EmitHandle(code, model, handle);
        }
        yield return new GeneratedFile("Handles.g.cs", code.ToString());
    }

    private static void EmitHandle(CodeWriter code, BindingModel model, ApiHandle handle)
    {
        ApiSymbol release = model.Symbols.Single(symbol => symbol.Name == handle.Release);
        string name = CSharpNames.Escape(handle.ManagedName);
        string pointer = CSharpTypes.Name(handle.Type);
        string call = $"{ImportsClass.CallersName}.{CSharpNames.Escape(release.ManagedName)}(({pointer})handle)";
        code.Line($"/// <summary>Owns a <c>{handle.CName}</c>; <c>{handle.Release}</c> releases it.</summary>")
            .Line("/// <remarks>What is not disposed of is released on the finalizer's thread, in no order.</remarks>")
            .Open($"{model.Visibility} sealed unsafe partial class {name} : SafeHandle")
            .Line("/// <summary>Owns nothing; C functions see NULL.</summary>")
            .Open($"public {name}() : base(0, ownsHandle: true)")
            .Close()
            .Line()
            .Line($"/// <param name=\"pointer\">The <c>{handle.CName}</c>.</param>")
            .Line("/// <param name=\"ownsHandle\">Whether it is this object that releases it.</param>")
            .Line($"public {name}({pointer} pointer, bool ownsHandle) : base(0, ownsHandle) => SetHandle((nint)pointer);")
            .Line()
            .Line("/// <summary>Whether it is NULL.</summary>")
            .Line("public override bool IsInvalid => handle == 0;");
        if (!Signature.IsVoid(release))
        {
            code.Line()
                .Line($"/// <summary>What <c>{handle.Release}</c> returned, once it has been called.</summary>")
                .Line($"public {Signature.Result(release)} ReleaseResult {{ get; private set; }}");
            call = $"ReleaseResult = {call}";
        }
        foreach (ApiSymbol symbol in model.Symbols.Where(s => s.Overload is { DiffersByResultOnly: true } o && o.Result.Handle == handle.ManagedName))
        {
            code.Line();
            new OverloadWriter(code, symbol, symbol.Overload!).WriteFactory();
        }
        code.Line()
            .Line($"internal void Own({pointer} pointer) => SetHandle((nint)pointer);")
            .Line()
            .Line("/// <inheritdoc/>")
            .Open("protected override bool ReleaseHandle()")
            .Line($"{call};")
            .Line("return true;")
            .Close()
            .Close();
    }
}
