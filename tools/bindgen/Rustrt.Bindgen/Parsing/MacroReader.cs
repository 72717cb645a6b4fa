using System.Text;
using Rustrt.Bindgen.Clang;
using Rustrt.Bindgen.Model;
using static Rustrt.Bindgen.Clang.CXCursorKind;
using static Rustrt.Bindgen.Clang.CXTypeKind;
using static Rustrt.Bindgen.Clang.NativeMethods;

namespace Rustrt.Bindgen.Parsing;

/// <summary>
/// Evaluates macros by what the compiler makes of them: each initializes a variable of whatever type it has. A macro that is no
/// constant expression makes an invalid variable and disturbs no other.
/// </summary>
internal sealed class MacroReader(TypeReader types, CommentReader comments)
{
    private const string Value = "bindgen_value_";
    private const string Address = "bindgen_address_";

    /// <summary>
    /// What to parse behind the headers. Pointers are no constants to clang's evaluator, their addresses are.
    /// </summary>
    public static string Program(IEnumerable<string> macros)
    {
        var text = new StringBuilder();
        foreach (string name in macros)
        {
            text.Append($"__auto_type {Value}{name} = ({name});\n");
            text.Append($"unsigned long {Address}{name} = (unsigned long)({name});\n");
        }
        return text.ToString();
    }

    /// <param name="macros">Definitions by name.</param>
    public List<CConstant> Read(IEnumerable<CXCursor> evaluated, IReadOnlyDictionary<string, CXCursor> macros)
    {
        var variables = new Dictionary<string, CXCursor>(StringComparer.Ordinal);
        foreach (CXCursor variable in evaluated.Where(cursor => cursor.kind == CXCursor_VarDecl))
        {
            variables.TryAdd(variable.Name(), variable);
        }
        var constants = new List<CConstant>();
        foreach ((string name, CXCursor macro) in macros)
        {
            if (variables.TryGetValue(Value + name, out CXCursor value)
                && Evaluate(name, macro, value, n => variables.GetValueOrDefault(n + name)) is { } constant)
            {
                constants.Add(constant);
            }
        }
        return constants;
    }

    private CConstant? Evaluate(string name, CXCursor macro, CXCursor variable, Func<string, CXCursor> sibling)
    {
        CXType type = clang_getCursorType(variable);
        bool isPointer = clang_getCanonicalType(type).kind == CXType_Pointer;
        string? text = isPointer ? Evaluation.TextOf(variable) : null;
        Int128? integer = isPointer && text == null ? Evaluation.IntegerOf(sibling(Address))
            : Evaluation.IsInteger(type) ? Evaluation.IntegerOf(variable)
            : null;
        double? real = Evaluation.IsReal(type) ? Evaluation.RealOf(variable) : null;
        return text == null && integer == null && real == null
            ? null
            : new CConstant(
                name, types.Read(type, macro.Place(), byValue: true), integer, real, text, comments.Of(macro), macro.Place());
    }
}
