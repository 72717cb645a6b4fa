using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.CSharp;

/// <summary>C types as blittable C# types. Typedefs are looked through, as ClangSharp does.</summary>
internal static class CSharpTypes
{
    public static string Name(CType type) => type.Resolved switch
    {
        CPrimitive primitive => Name(primitive.Kind),
        CPointer pointer when pointer.Pointee.Resolved is CFunctionType function => FunctionPointer(function),
        CPointer { Pointee.Resolved: CUnsupported } => "void*",
        CPointer { Pointee.Resolved: CArray array } => InnermostElement(array).Resolved is CUnsupported ? "void*" : Name(array),
        CPointer pointer => Name(pointer.Pointee) + "*",
        CFunctionType function => FunctionPointer(function),
        CRecordType record => CSharpNames.Record(record.Name),
        CEnumType @enum => CSharpNames.Escape(@enum.Name),
        CArray array => Name(InnermostElement(array)) + "*",
        _ => throw new InvalidOperationException($"no C# type for a {type.GetType().Name}"),
    };

    public static string Name(CPrimitiveKind kind) => kind switch
    {
        CPrimitiveKind.Void => "void",
        // C's bool is one byte; C#'s would be marshalled. C's char is bytes of text.
        CPrimitiveKind.Bool or CPrimitiveKind.Char or CPrimitiveKind.UInt8 => "byte",
        CPrimitiveKind.Int8 => "sbyte",
        CPrimitiveKind.Int16 => "short",
        CPrimitiveKind.UInt16 => "ushort",
        CPrimitiveKind.Int32 => "int",
        CPrimitiveKind.UInt32 => "uint",
        CPrimitiveKind.Int64 => "long",
        CPrimitiveKind.UInt64 => "ulong",
        CPrimitiveKind.Float => "float",
        CPrimitiveKind.Double => "double",
        CPrimitiveKind.NativeInt => "nint",
        CPrimitiveKind.NativeUInt => "nuint",
        _ => throw new InvalidOperationException($"no C# type for {kind}"),
    };

    /// <summary>C#'s arrays in records have one dimension: an array of arrays is one long array.</summary>
    public static CType InnermostElement(CArray array) =>
        array.Element.Resolved is CArray inner ? InnermostElement(inner) : array.Element;

    /// <summary>Whether C#'s <c>fixed</c> takes an array of it.</summary>
    public static bool IsFixable(CType element) =>
        element.Resolved is CPrimitive { Kind: not (CPrimitiveKind.NativeInt or CPrimitiveKind.NativeUInt) };

    /// <summary>How many innermost elements an array has.</summary>
    public static long Length(CArray array) =>
        (array.Count ?? 0) * (array.Element.Resolved is CArray inner ? Length(inner) : 1);

    public static bool IsSigned(CPrimitiveKind kind) => kind is CPrimitiveKind.Char or CPrimitiveKind.Int8 or CPrimitiveKind.Int16
        or CPrimitiveKind.Int32 or CPrimitiveKind.Int64 or CPrimitiveKind.NativeInt;

    public static string FunctionPointer(IEnumerable<string> parameters, string result) =>
        $"delegate* unmanaged[Cdecl]<{string.Join(", ", parameters.Append(result))}>";

    private static string FunctionPointer(CFunctionType function) =>
        FunctionPointer(function.Parameters.Select(Name), Name(function.Result));
}
