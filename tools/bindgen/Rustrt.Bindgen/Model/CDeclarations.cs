namespace Rustrt.Bindgen.Model;

/// <summary>What the parser found in the headers: facts of C only, nothing of services yet.</summary>
public sealed record CDeclarations(
    IReadOnlyList<CFunction> Functions,
    IReadOnlyList<CRecord> Records,
    IReadOnlyList<CEnum> Enums);

/// <summary>A function that the headers declare, with its annotations as written.</summary>
public sealed record CFunction(
    string Name,
    CType Result,
    IReadOnlyList<CParameter> Parameters,
    string Prototype,
    IReadOnlyList<CAnnotation> Annotations,
    SourcePlace Place);

public sealed record CParameter(string Name, CType Type);

/// <summary>The text of an <c>__attribute__((annotate("...")))</c>.</summary>
public sealed record CAnnotation(string Text, SourcePlace Place);

/// <summary>How much of a record the bindings may know.</summary>
public enum CRecordKind
{
    /// <summary>Defined in one of the headers: all fields are bound.</summary>
    Defined,

    /// <summary>Only declared, or a system header's and used through pointers alone.</summary>
    Opaque,

    /// <summary>A system header's that is passed by value: size and alignment are bound, the inside is not.</summary>
    Blob,
}

public sealed record CRecord(
    string Name,
    CRecordKind Kind,
    long Size,
    long Alignment,
    IReadOnlyList<CField> Fields,
    SourcePlace Place);

public sealed record CField(string Name, CType Type, long Offset);

/// <summary>An enum; <see cref="Name"/> is null for one that only names constants.</summary>
public sealed record CEnum(
    string? Name,
    CPrimitiveKind Underlying,
    IReadOnlyList<CEnumConstant> Constants,
    SourcePlace Place);

public sealed record CEnumConstant(string Name, Int128 Value);
