using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.CSharp;

/// <summary>A function's C# signature, with or without the calling task behind its C parameters.</summary>
internal static class Signature
{
    public static string Result(ApiSymbol symbol) => CSharpTypes.Name(symbol.Function.Result);

    public static bool IsVoid(ApiSymbol symbol) => Result(symbol) == "void";

    /// <summary>Types and names, as in a declaration.</summary>
    public static string Parameters(ApiSymbol symbol, CRecord? caller = null) =>
        string.Join(", ", symbol.Function.Parameters
            .Select(p => $"{CSharpTypes.Name(p.Type)} {CSharpNames.Escape(p.Name)}")
            .Concat(caller == null ? [] : [$"{CallerType(caller)} {CallerName(symbol)}"]));

    /// <summary>Names alone, as in a call.</summary>
    public static string Arguments(ApiSymbol symbol, string? caller = null) =>
        string.Join(", ", symbol.Function.Parameters
            .Select(p => CSharpNames.Escape(p.Name))
            .Concat(caller == null ? [] : [caller]));

    /// <summary>Types alone, as in a function pointer.</summary>
    public static IEnumerable<string> ParameterTypes(ApiSymbol symbol, CRecord? caller) =>
        symbol.Function.Parameters.Select(p => CSharpTypes.Name(p.Type))
            .Concat(caller == null ? [] : [CallerType(caller)]);

    /// <summary>The XML documentation of a function: what headers and manifest say of it.</summary>
    public static IEnumerable<string> Docs(ApiSymbol symbol)
    {
        string facts = $"<c>{XmlDocs.Escape(symbol.Function.Prototype)}</c>."
            + (symbol.Context is { } context ? $" Context {context.ToString().ToLowerInvariant()}" : "")
            + (symbol.Blocks is { } blocks ? $"{(symbol.Context == null ? " It" : ";")} {(blocks ? "may block" : "does not block")}." : "");
        if (symbol.Ownership.Length > 0)
        {
            facts += $" {XmlDocs.Escape(symbol.Ownership)}";
        }
        return XmlDocs.Of(symbol.Function.Comment, facts, symbol.Function.Parameters.Select(p => p.Name));
    }

    /// <summary>The name of the parameter for the calling task.</summary>
    public static string CallerName(ApiSymbol symbol) => Unused("caller", symbol);

    /// <summary>A name that no parameter of the function has.</summary>
    public static string Unused(string name, ApiSymbol symbol) =>
        symbol.Function.Parameters.Any(p => p.Name == name) ? Unused(name + "_", symbol) : name;

    private static string CallerType(CRecord caller) => CSharpNames.Escape(caller.Name) + "*";
}
