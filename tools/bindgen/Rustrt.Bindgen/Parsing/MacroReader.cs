using System.Runtime.InteropServices;
using System.Text;
using Rustrt.Bindgen.Clang;
using Rustrt.Bindgen.Model;
using static Rustrt.Bindgen.Clang.CXCursorKind;
using static Rustrt.Bindgen.Clang.CXEvalResultKind;
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
    private const string Text = "bindgen_text_";

    /// <summary>
    /// What to parse behind the headers. Pointers are no constants to clang's evaluator, their addresses are; and it sees
    /// literals of text only where nothing, not even a parenthesis, is around them.
    /// </summary>
    public static string Program(IEnumerable<string> macros)
    {
        var text = new StringBuilder();
        foreach (string name in macros)
        {
            text.Append($"__auto_type {Value}{name} = ({name});\n");
            text.Append($"const char *{Text}{name} = {name};\n");
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
        CXTypeKind kind = clang_getCanonicalType(type).kind;
        bool isPointer = kind == CXType_Pointer;
        bool isReal = kind is CXType_Float or CXType_Double;
        bool isInteger = kind == CXType_Enum || (!isReal && TypeReader.PrimitiveOf(kind) is not (null or CPrimitiveKind.Void));
        string? text = isPointer ? TextOf(sibling(Text)) : null;
        Int128? integer = isPointer && text == null ? IntegerOf(sibling(Address)) : isInteger ? IntegerOf(variable) : null;
        double? real = isReal ? RealOf(variable) : null;
        return text == null && integer == null && real == null
            ? null
            : new CConstant(
                name, types.Read(type, macro.Place(), byValue: true), integer, real, text, comments.Of(macro), macro.Place());
    }

    private static unsafe string? TextOf(CXCursor variable) => Evaluate(variable, result =>
        clang_EvalResult_getKind((void*)result) == CXEval_StrLiteral
            ? Marshal.PtrToStringUTF8((nint)clang_EvalResult_getAsStr((void*)result))
            : null);

    private static unsafe double? RealOf(CXCursor variable) => Evaluate<double?>(variable, result =>
        clang_EvalResult_getKind((void*)result) == CXEval_Float
            ? clang_EvalResult_getAsDouble((void*)result)
            : null);

    private static unsafe Int128? IntegerOf(CXCursor variable) => Evaluate<Int128?>(variable, result =>
        clang_EvalResult_getKind((void*)result) != CXEval_Int ? null
            : clang_EvalResult_isUnsignedInt((void*)result) != 0 ? clang_EvalResult_getAsUnsigned((void*)result)
            : clang_EvalResult_getAsLongLong((void*)result));

    private static unsafe T? Evaluate<T>(CXCursor variable, Func<nint, T?> read)
    {
        void* result = variable.kind == CXCursor_VarDecl ? clang_Cursor_Evaluate(variable) : null;
        if (result == null)
        {
            return default;
        }
        T? value = read((nint)result);
        clang_EvalResult_dispose(result);
        return value;
    }
}
