using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.CSharp;

/// <summary>
/// Writes what a function is with texts and handles. C# prefers the function itself wherever it could take both, so that calls
/// with null mean what they meant without the overloads.
/// </summary>
internal sealed class OverloadWriter(CodeWriter code, ApiSymbol symbol, ApiOverload overload)
{
    private const string Text = "string?", Bytes = "ReadOnlySpan<byte>";

    private readonly string _function = CSharpNames.Escape(symbol.ManagedName);

    /// <summary>Overloads of the function, for the class that it is in.</summary>
    public void WriteOverloads()
    {
        bool hasText = overload.Parameters.Contains(ApiForm.Text);
        Write(hasText ? Text : "", -1);
        if (hasText)
        {
            code.Line();
            Write(Bytes, -2);
        }
    }

    /// <summary>The function for the class of the handle that it returns.</summary>
    public void WriteFactory() => Write("", 0);

    /// <param name="text">The type that texts have.</param>
    private void Write(string text, int priority)
    {
        code.Line($"/// <summary><c>{XmlDocs.Escape(symbol.Function.Prototype)}</c>.</summary>");
        if (overload.Result.Kind == ApiFormKind.Owned)
        {
            code.Line("/// <returns>To be disposed of by the caller; it may be invalid.</returns>");
        }
        WriteExceptions(text);
        if (priority != 0)
        {
            code.Line($"[OverloadResolutionPriority({priority})]");
        }
        code.Open($"public static {ResultType} {_function}({string.Join(", ", symbol.Function.Parameters.Select((p, i) => Parameter(i, text)))})");
        for (int i = 0; i < overload.Parameters.Count; i++)
        {
            WriteArgument(i);
        }
        // With its class: an argument may have the function's name.
        WriteCall($"{ImportsClass.CallersName}.{_function}({string.Join(", ", overload.Parameters.Select((_, i) => Argument(i)))})");
        code.Close();
    }

    private string ResultType => overload.Result.Kind switch
    {
        ApiFormKind.Text => Text,
        ApiFormKind.Owned => CSharpNames.Escape(overload.Result.Handle!),
        _ => Signature.Result(symbol),
    };

    private void WriteExceptions(string text)
    {
        if (text.Length > 0)
        {
            code.Line("/// <exception cref=\"ArgumentException\">A NUL inside a text.</exception>");
        }
        if (overload.Parameters.Any(form => form.Kind == ApiFormKind.Handle))
        {
            code.Line("/// <exception cref=\"ObjectDisposedException\">A handle has been released.</exception>");
        }
    }

    private string Parameter(int index, string text) => overload.Parameters[index] switch
    {
        { Kind: ApiFormKind.Text } => text,
        { Kind: ApiFormKind.Handle, Handle: var handle } => CSharpNames.Escape(handle!),
        { Kind: ApiFormKind.Owned, Handle: var handle } => $"out {CSharpNames.Escape(handle!)}",
        _ => CSharpTypes.Name(symbol.Function.Parameters[index].Type),
    } + $" {Name(index)}";

    /// <summary>What has to be done with an argument before the call.</summary>
    private void WriteArgument(int index)
    {
        switch (overload.Parameters[index].Kind)
        {
            case ApiFormKind.Text:
                code.Line($"using Utf8Argument {Local(index)} = new({Name(index)}, nameof({Name(index)}), stackalloc byte[Utf8Argument.BufferSize]);");
                break;
            case ApiFormKind.Handle:
                code.Line($"using HandleArgument {Local(index)} = new({Name(index)}, nameof({Name(index)}));");
                break;
            case ApiFormKind.Owned:
                // Made before the call: afterwards there must be nothing that can fail, or what C gave would be lost.
                string pointer = CSharpTypes.Name(((CPointer)symbol.Function.Parameters[index].Type.Resolved).Pointee);
                code.Line($"{Name(index)} = new {CSharpNames.Escape(overload.Parameters[index].Handle!)}();")
                    .Line($"{pointer} {Local(index)} = null;");
                break;
        }
    }

    private void WriteCall(string call)
    {
        int[] stored = [.. Enumerable.Range(0, overload.Parameters.Count).Where(i => overload.Parameters[i].Kind == ApiFormKind.Owned)];
        string result = Signature.Unused("result", symbol);
        string value = overload.Result.Kind == ApiFormKind.Text ? $"Marshal.PtrToStringUTF8((nint){call})" : call;
        if (overload.Result.Kind == ApiFormKind.Owned)
        {
            code.Line($"{ResultType} {result} = new();").Line($"{result}.Own({value});");
        }
        else if (stored.Length == 0)
        {
            code.Line(Signature.IsVoid(symbol) ? $"{value};" : $"return {value};");
            return;
        }
        else
        {
            code.Line(Signature.IsVoid(symbol) ? $"{value};" : $"{ResultType} {result} = {value};");
        }
        foreach (int index in stored)
        {
            code.Line($"{Name(index)}.Own({Local(index)});");
        }
        if (!Signature.IsVoid(symbol))
        {
            code.Line($"return {result};");
        }
    }

    private string Argument(int index) => overload.Parameters[index].Kind switch
    {
        ApiFormKind.Raw => Name(index),
        ApiFormKind.Owned => $"&{Local(index)}",
        ApiFormKind.Handle => $"({CSharpTypes.Name(symbol.Function.Parameters[index].Type)}){Local(index)}.Pointer",
        _ => $"{Local(index)}.Pointer",
    };

    private string Name(int index) => CSharpNames.Escape(symbol.Function.Parameters[index].Name);

    private string Local(int index) => Signature.Unused($"{symbol.Function.Parameters[index].Name}_{index}", symbol);
}
