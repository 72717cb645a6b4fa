using System.Globalization;
using System.Text;
using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.CSharp;

/// <summary>Constants.g.cs: macros that stand for a value, and the constants of enums without a name.</summary>
internal sealed class ConstantsEmitter : IEmitter
{
    public IEnumerable<GeneratedFile> Emit(BindingModel model)
    {
        CEnum[] unnamed = [.. model.Enums.Where(e => e.Name == null)];
        if (unnamed.Length == 0 && model.Constants.Count == 0)
        {
            yield break;
        }
        CodeWriter code = Banner.CSharp(model)
            .Line($"namespace {model.Namespace};")
            .Line()
            .Open($"{model.Visibility} static unsafe partial class {ImportsClass.CallersName}");
        foreach (CEnum @enum in unnamed)
        {
            foreach (CEnumConstant constant in @enum.Constants)
            {
                code.Lines(XmlDocs.Of(constant.Comment))
                    .Line(Integer(constant.Name, @enum.Underlying, CSharpTypes.Name(@enum.Underlying), constant.Value));
            }
        }
        foreach (CConstant constant in model.Constants)
        {
            code.Lines(XmlDocs.Of(constant.Comment)).Line(Declaration(constant));
        }
        yield return new GeneratedFile("Constants.g.cs", code.Close().ToString());
    }

    private static string Declaration(CConstant constant)
    {
        string type = CSharpTypes.Name(constant.Type);
        string name = CSharpNames.Escape(constant.Name);
        if (constant.Text is { } text)
        {
            return $"public static ReadOnlySpan<byte> {name} => \"{Quote(text)}\"u8;";
        }
        if (constant.Real is { } real)
        {
            string literal = double.IsNaN(real) ? $"{type}.NaN"
                : double.IsInfinity(real) ? $"{type}.{(real > 0 ? "Positive" : "Negative")}Infinity"
                : type == "float" ? ((float)real).ToString("R", CultureInfo.InvariantCulture) + "f"
                : real.ToString("R", CultureInfo.InvariantCulture);
            return $"public const {type} {name} = {literal};";
        }
        Int128 value = constant.Integer!.Value;
        return constant.Type.Resolved switch
        {
            CPrimitive primitive => Integer(constant.Name, primitive.Kind, type, value),
            CEnumType => $"public const {type} {name} = unchecked(({type})({value}));",
            _ => $"public static {type} {name} => unchecked(({type})(nuint){(ulong)value}UL);",
        };
    }

    private static string Integer(string name, CPrimitiveKind kind, string type, Int128 value)
    {
        // A constant may not depend on how wide the machine's words are.
        bool isNative = kind is CPrimitiveKind.NativeInt or CPrimitiveKind.NativeUInt;
        string literal = kind == CPrimitiveKind.Char && value < 0 ? $"unchecked((byte)({value}))" : value.ToString(CultureInfo.InvariantCulture);
        return isNative
            ? $"public static {type} {CSharpNames.Escape(name)} => unchecked(({type})({value}));"
            : $"public const {type} {CSharpNames.Escape(name)} = {literal};";
    }

    private static string Quote(string text)
    {
        var quoted = new StringBuilder();
        foreach (char c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                _ when char.IsControl(c) || c > '~' => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        }
        return quoted.ToString();
    }
}
