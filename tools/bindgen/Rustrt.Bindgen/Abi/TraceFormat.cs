using Rustrt.Bindgen.Manifests;
using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Abi;

/// <summary>
/// How the router's trace shows a call: words "name:kind" for the arguments and "=kind" for the result, a kind being i or u and a
/// size, f and a size, p (pointer), t (text), h (hidden) or s (hidden, in a floating-point register), v (nothing). Empty for calls of
/// which only the entry can be told: with arguments on the stack or records by value.
/// </summary>
internal static class TraceFormat
{
    public const string Value = "value", Text = "text", Hidden = "hidden", Entry = "entry";

    /// <summary>What the manifest calls a function's result.</summary>
    public const string Result = "return";

    public static string Of(CFunction function, CallShape shape, IEnumerable<ManifestText> policies)
    {
        string Policy(string subject) => policies.FirstOrDefault(policy => policy.Symbol.Matches(subject))?.Text ?? Value;

        bool hasRecord = function.Parameters.Select(p => p.Type).Append(function.Result).Any(type => type.Resolved is CRecordType);
        return shape.StackArguments || hasRecord || Policy(function.Name) == Entry ? ""
            : string.Join(' ', function.Parameters
                .Select(p => $"{p.Name}:{Kind(p.Type, Policy($"{function.Name}.{p.Name}"))}")
                .Append("=" + Kind(function.Result, Policy($"{function.Name}.{Result}"))));
    }

    private static string Kind(CType type, string policy) => type.Resolved switch
    {
        CPrimitive { Kind: CPrimitiveKind.Void } => "v",
        CPrimitive { Kind: CPrimitiveKind.Float or CPrimitiveKind.Double } real =>
            policy == Hidden ? "s" : $"f{real.Kind.Size()}",
        _ when policy == Hidden => "h",
        CPrimitive number => Number(number.Kind),
        CEnumType @enum => Number(@enum.Underlying),
        _ => policy == Text ? "t" : "p",
    };

    private static string Number(CPrimitiveKind kind) => kind
        is CPrimitiveKind.Char or CPrimitiveKind.Int8 or CPrimitiveKind.Int16 or CPrimitiveKind.Int32 or CPrimitiveKind.Int64 or CPrimitiveKind.NativeInt
        ? $"i{kind.Size()}" : $"u{kind.Size()}";
}
