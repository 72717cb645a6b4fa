using System.Text;
using Rustrt.Bindgen.Clang;
using Rustrt.Bindgen.Model;
using static Rustrt.Bindgen.Clang.CXCursorKind;
using static Rustrt.Bindgen.Clang.CXEvalResultKind;
using static Rustrt.Bindgen.Clang.CXTypeKind;
using static Rustrt.Bindgen.Clang.NativeMethods;

namespace Rustrt.Bindgen.Parsing;

/// <summary>What a variable is initialized with, as far as it is known when compiling.</summary>
internal static class Evaluation
{
    private const int OctalDigits = 3;

    /// <summary>Throws on bytes that are no UTF-8: C# has no such text.</summary>
    private static readonly UTF8Encoding s_utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>
    /// The literal that the variable is set to, be it in parentheses or cast. Clang's evaluator would give it up to its first
    /// zero only, and only where it stands bare.
    /// </summary>
    public static string? TextOf(CXCursor variable)
    {
        CXCursor? value = variable.kind == CXCursor_VarDecl ? Last(variable) : null;
        while (value is { kind: CXCursor_UnexposedExpr or CXCursor_ParenExpr or CXCursor_CStyleCastExpr } around)
        {
            value = Last(around);
        }
        return value is { kind: CXCursor_StringLiteral } literal ? Unquote(literal.Spelling()) : null;
    }

    public static unsafe double? RealOf(CXCursor variable) => Evaluate<double?>(variable, result =>
        clang_EvalResult_getKind((void*)result) == CXEval_Float
            ? clang_EvalResult_getAsDouble((void*)result)
            : null);

    public static unsafe Int128? IntegerOf(CXCursor variable) => Evaluate<Int128?>(variable, result =>
        clang_EvalResult_getKind((void*)result) != CXEval_Int ? null
            : clang_EvalResult_isUnsignedInt((void*)result) != 0 ? clang_EvalResult_getAsUnsigned((void*)result)
            : clang_EvalResult_getAsLongLong((void*)result));

    public static bool IsReal(CXType type) => clang_getCanonicalType(type).kind is CXType_Float or CXType_Double;

    public static bool IsInteger(CXType type)
    {
        CXTypeKind kind = clang_getCanonicalType(type).kind;
        return kind == CXType_Enum || (!IsReal(type) && TypeReader.PrimitiveOf(kind) is not (null or CPrimitiveKind.Void));
    }

    private static CXCursor? Last(CXCursor parent)
    {
        List<CXCursor> children = parent.Children();
        return children.Count > 0 ? children[^1] : null;
    }

    /// <summary>Reads the literal as clang writes it: joined, in quotes, ASCII with C's escapes, octal ones of three digits.</summary>
    /// <returns>Null for wide characters, and for what is no UTF-8, which a C# literal could not hold.</returns>
    private static string? Unquote(string literal)
    {
        string text = literal.StartsWith("u8", StringComparison.Ordinal) ? literal[2..] : literal;
        if (text is not ['"', .., '"'])
        {
            return null;
        }
        var bytes = new List<byte>();
        for (int i = 1; i < text.Length - 1; i++)
        {
            if (text[i] != '\\')
            {
                bytes.Add((byte)text[i]);
            }
            else if (char.IsAsciiDigit(text[++i]))
            {
                bytes.Add(Convert.ToByte(text.Substring(i, OctalDigits), 8));
                i += OctalDigits - 1;
            }
            else
            {
                bytes.Add((byte)(text[i] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'a' => '\a', 'b' => '\b', 'f' => '\f', 'v' => '\v', var self => self }));
            }
        }
        try
        {
            return s_utf8.GetString([.. bytes]);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

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
