using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.CSharp.Facade;

/// <summary>
/// Facade/Observed*.g.cs: an implementation of each service that counts and tells its calls and passes them on. It stands before
/// another only if somebody wants that.
/// </summary>
internal sealed class ObservedServicesEmitter : IEmitter
{
    public IEnumerable<GeneratedFile> Emit(BindingModel model)
    {
        foreach (ApiService service in model.Services)
        {
            string name = CSharpNames.Observed(service);
            CodeWriter code = Banner.CSharp(model)
                .Line("using Rustrt.Bindgen.Runtime.Facade;")
                .Line()
                .Line($"namespace {model.Namespace};")
                .Line()
                .Line($"/// <summary>Counts and tells the calls of service {service.Name}.</summary>")
                .Open($"internal sealed unsafe class {name} : {CSharpNames.Interface(service)}")
                .Line($"private readonly {CSharpNames.Interface(service)} _service;")
                .Line("private readonly ServiceCalls _calls;")
                .Line()
                .Line($"internal {name}({CSharpNames.Interface(service)} service, ServiceCalls calls) => (_service, _calls) = (service, calls);");
            foreach (ApiSymbol symbol in service.Symbols)
            {
                code.Line();
                EmitFunction(code, symbol, model.CallerRecord);
            }
            yield return new GeneratedFile($"Facade/{name}.g.cs", code.Close().ToString());
        }
    }

    private static void EmitFunction(CodeWriter code, ApiSymbol symbol, CRecord? caller)
    {
        string function = CSharpNames.Escape(symbol.ManagedName);
        string call = $"_service.{function}({Signature.Arguments(symbol, caller == null ? null : Signature.CallerName(symbol))})";
        string result = Signature.Unused("result", symbol);
        bool isVoid = Signature.IsVoid(symbol);
        code.Line("/// <inheritdoc/>")
            .Open($"public {Signature.Result(symbol)} {function}({Signature.Parameters(symbol, caller)})")
            .Line("_calls.Count();");
        EmitTrace(code, CallText(symbol));
        code.Line(isVoid ? $"{call};" : $"{Signature.Result(symbol)} {result} = {call};");
        if (ResultText(symbol, result) is { } told)
        {
            EmitTrace(code, told);
        }
        if (!isVoid)
        {
            code.Line($"return {result};");
        }
        code.Close();
    }

    private static void EmitTrace(CodeWriter code, string text) => code.Open("if (_calls.IsTraced)").Line($"_calls.Trace({text});").Close();

    private static string CallText(ApiSymbol symbol)
    {
        if (symbol.Trace.Length == 0)
        {
            return $"\"{symbol.Name}(...)\"";
        }
        string[] kinds = [.. symbol.Trace.Split(' ').SkipLast(1)];
        IEnumerable<string> arguments = kinds.Zip(symbol.Function.Parameters, (kind, parameter) =>
            $"{parameter.Name}={{{Value(kind[(kind.LastIndexOf(':') + 1)..], CSharpNames.Escape(parameter.Name), parameter.Type)}}}");
        return $"$\"{symbol.Name}({string.Join(", ", arguments)})\"";
    }

    private static string? ResultText(ApiSymbol symbol, string result)
    {
        if (symbol.Trace.Length == 0)
        {
            return null;
        }
        string kind = symbol.Trace.Split(' ')[^1][1..];
        return kind == "v" ? $"\"{symbol.Name} returned\"" : $"$\"{symbol.Name} = {{{Value(kind, result, symbol.Function.Result)}}}\"";
    }

    /// <param name="kind">Of Abi/TraceFormat.cs.</param>
    private static string Value(string kind, string name, CType type) => kind[0] switch
    {
        'h' or 's' => "TraceText.Hidden",
        't' => $"TraceText.Text((byte*){name})",
        'p' => $"TraceText.Address((void*){name})",
        // C's char has a sign, C#'s byte has none.
        'i' when type.Resolved is CPrimitive { Kind: CPrimitiveKind.Char } => $"TraceText.Value(unchecked((sbyte){name}))",
        _ when type.Resolved is CEnumType @enum => $"TraceText.Value(({CSharpTypes.Name(@enum.Underlying)}){name})",
        _ => $"TraceText.Value({name})",
    };
}
