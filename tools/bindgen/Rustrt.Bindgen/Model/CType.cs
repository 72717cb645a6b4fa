using System.Text.Json.Serialization;

namespace Rustrt.Bindgen.Model;

/// <summary>
/// A C type as the headers write it. Records and enums are referred to by name, so that types form a tree even where
/// declarations refer to each other.
/// </summary>
[JsonDerivedType(typeof(CPrimitive), "primitive")]
[JsonDerivedType(typeof(CPointer), "pointer")]
[JsonDerivedType(typeof(CArray), "array")]
[JsonDerivedType(typeof(CFunctionType), "function")]
[JsonDerivedType(typeof(CRecordType), "record")]
[JsonDerivedType(typeof(CEnumType), "enum")]
[JsonDerivedType(typeof(CTypedefType), "typedef")]
[JsonDerivedType(typeof(CUnsupported), "unsupported")]
public abstract record CType
{
    /// <summary>The type behind any number of typedefs.</summary>
    [JsonIgnore]
    public CType Resolved => this is CTypedefType alias ? alias.Underlying.Resolved : this;
}

public sealed record CPrimitive(CPrimitiveKind Kind) : CType;

/// <param name="IsConst">Nothing is written through it.</param>
public sealed record CPointer(CType Pointee, bool IsConst) : CType;

/// <summary>An array in a record; <see cref="Count"/> is null for a flexible one.</summary>
public sealed record CArray(CType Element, long? Count) : CType;

public sealed record CFunctionType(CType Result, IReadOnlyList<CType> Parameters) : CType;

public sealed record CRecordType(string Name) : CType;

public sealed record CEnumType(string Name, CPrimitiveKind Underlying) : CType;

public sealed record CTypedefType(string Name, CType Underlying) : CType;

/// <summary>A type that C# has no equal for. Behind a pointer it is as good as void; elsewhere its user is left out.</summary>
public sealed record CUnsupported(string Spelling, string Reason) : CType;

/// <summary>Arithmetic types by width and meaning, as on x86-64 Linux: <c>long</c> and <c>long long</c> are both Int64.</summary>
public enum CPrimitiveKind
{
    Void,
    Bool,
    Char,
    Int8,
    UInt8,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Float,
    Double,

    /// <summary>intptr_t, ssize_t, ptrdiff_t: kept apart from Int64 because managed code has a type for them.</summary>
    NativeInt,

    /// <summary>uintptr_t, size_t.</summary>
    NativeUInt,
}

public static class CPrimitiveSizes
{
    public static int Size(this CPrimitiveKind kind) => kind switch
    {
        CPrimitiveKind.Void => 0,
        CPrimitiveKind.Bool or CPrimitiveKind.Char or CPrimitiveKind.Int8 or CPrimitiveKind.UInt8 => 1,
        CPrimitiveKind.Int16 or CPrimitiveKind.UInt16 => 2,
        CPrimitiveKind.Int32 or CPrimitiveKind.UInt32 or CPrimitiveKind.Float => 4,
        _ => 8,
    };
}
