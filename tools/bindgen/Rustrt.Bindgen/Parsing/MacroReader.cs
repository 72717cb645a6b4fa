using System.Runtime.InteropServices;
using System.Text;
using Rustrt.Bindgen.Clang;
using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Parsing;

/// <summary>
/// Evaluates macros by what the compiler makes of them: each initializes a variable of whatever type it has. A macro that is no
/// constant expression makes an invalid variable and disturbs no other.
/// </summary>
internal sealed class MacroReader(TypeReader types, CommentReader comments)
{
    private const string Value = "bindgen_value_";
    private const string Address = "bindgen_address_";

    /// <summary>What to parse behind the headers. Pointers are no constants to clang's evaluator; their addresses are.</summary>
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
        foreach (CXCursor variable in evaluated.Where(cursor => cursor.Kind == CXCursorKind.VarDecl))
        {
            variables.TryAdd(variable.Spelling(), variable);
        }
        var constants = new List<CConstant>();
        foreach ((string name, CXCursor macro) in macros)
        {
            if (variables.TryGetValue(Value + name, out CXCursor value)
                && Evaluate(name, macro, value, variables.GetValueOrDefault(Address + name)) is { } constant)
            {
                constants.Add(constant);
            }
        }
        return constants;
    }

    private unsafe CConstant? Evaluate(string name, CXCursor macro, CXCursor variable, CXCursor address)
    {
        CXType type = LibClang.clang_getCursorType(variable);
        CXType canonical = LibClang.clang_getCanonicalType(type);
        bool isPointer = canonical.Kind == CXTypeKind.Pointer;
        void* result = LibClang.clang_Cursor_Evaluate(variable);
        try
        {
            var constant = new CConstant(name, new CPrimitive(CPrimitiveKind.Void), null, null, null, comments.Of(macro), macro.Place());
            switch (result == null ? CXEvalResultKind.UnExposed : LibClang.clang_EvalResult_getKind(result))
            {
                case CXEvalResultKind.StrLiteral when isPointer:
                    return Marshal.PtrToStringUTF8((nint)LibClang.clang_EvalResult_getAsStr(result)) is { } text
                        ? constant with { Type = types.Read(type, macro.Place(), byValue: true), Text = text }
                        : null;
                case CXEvalResultKind.Int when !isPointer && TypeReader.PrimitiveOf(canonical.Kind) != null || canonical.Kind == CXTypeKind.Enum:
                    return constant with { Type = types.Read(type, macro.Place(), byValue: true), Integer = IntegerOf(result) };
                case CXEvalResultKind.Float when canonical.Kind is CXTypeKind.Float or CXTypeKind.Double:
                    return constant with
                    {
                        Type = types.Read(type, macro.Place(), byValue: true),
                        Real = LibClang.clang_EvalResult_getAsDouble(result),
                    };
                default:
                    return isPointer && address.Kind == CXCursorKind.VarDecl && AddressOf(address) is { } integer
                        ? constant with { Type = types.Read(type, macro.Place(), byValue: true), Integer = integer }
                        : null;
            }
        }
        finally
        {
            if (result != null)
            {
                LibClang.clang_EvalResult_dispose(result);
            }
        }
    }

    private static unsafe Int128? AddressOf(CXCursor variable)
    {
        void* result = LibClang.clang_Cursor_Evaluate(variable);
        if (result == null)
        {
            return null;
        }
        Int128? address = LibClang.clang_EvalResult_getKind(result) == CXEvalResultKind.Int
            ? (Int128)(ulong)IntegerOf(result)
            : null;
        LibClang.clang_EvalResult_dispose(result);
        return address;
    }

    private static unsafe Int128 IntegerOf(void* result) => LibClang.clang_EvalResult_isUnsignedInt(result) != 0
        ? LibClang.clang_EvalResult_getAsUnsigned(result)
        : LibClang.clang_EvalResult_getAsLongLong(result);
}
