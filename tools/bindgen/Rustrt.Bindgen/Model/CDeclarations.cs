using System.Text.Json.Serialization;

namespace Rustrt.Bindgen.Model;

/// <summary>What the parser found in the headers: facts of C only, nothing of services yet.</summary>
/// <param name="OtherMacros">Macros that stand for no value, by name.</param>
/// <param name="Files">The headers that were bound, in the order in which they were read.</param>
/// <param name="Warnings">What was left out, and why.</param>
public sealed record CDeclarations(
    IReadOnlyList<CFunction> Functions,
    IReadOnlyList<CRecord> Records,
    IReadOnlyList<CEnum> Enums,
    IReadOnlyList<CConstant> Constants,
    IReadOnlyList<string> OtherMacros,
    IReadOnlyList<string> Files,
    IReadOnlyList<Diagnostic> Warnings);

/// <summary>A function that the headers declare, with its annotations as written.</summary>
/// <param name="Comment">What the header says of it, without comment marks; empty if nothing.</param>
public sealed record CFunction(
    string Name,
    CType Result,
    IReadOnlyList<CParameter> Parameters,
    string Prototype,
    IReadOnlyList<CAnnotation> Annotations,
    string Comment,
    SourcePlace Place)
{
    /// <summary>What libraries export it as, if the header gives it such a label (<c>__asm__("name")</c>); null: by its name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Label { get; init; }

    /// <summary>What libraries export it as.</summary>
    [JsonIgnore]
    public string LinkName => Label ?? Name;
}

public sealed record CParameter(string Name, CType Type);

/// <summary>The text of an <c>__attribute__((annotate("...")))</c>.</summary>
public sealed record CAnnotation(string Text, SourcePlace Place);

/// <summary>How much of a record the bindings know.</summary>
public enum CRecordKind
{
    /// <summary>All fields, one behind the other.</summary>
    Struct,

    /// <summary>All fields, one upon the other.</summary>
    Union,

    /// <summary>Only declared, or another library's and used through pointers alone.</summary>
    Opaque,
}

/// <param name="Name">Unique; that of an unnamed record inside another is <c>outer._field_e__Union</c>.</param>
/// <param name="CName">How C refers to it, such as <c>struct tm</c>; null if C cannot.</param>
/// <param name="Parent">The record that an unnamed one lies in.</param>
/// <param name="IsComplete">No field was left out, so that the record can be passed by value.</param>
public sealed record CRecord(
    string Name,
    string? CName,
    string? Parent,
    CRecordKind Kind,
    long Size,
    long Alignment,
    IReadOnlyList<CField> Fields,
    bool IsComplete,
    string Comment,
    SourcePlace Place)
{
    /// <summary>The name without those of the records around.</summary>
    [JsonIgnore]
    public string OwnName => Name[(Name.LastIndexOf('.') + 1)..];
}

/// <param name="Name">Empty for an unnamed record whose fields C reaches as if they were the outer record's.</param>
/// <param name="Offset">In bytes; of a bit field, the byte in which it begins.</param>
public sealed record CField(string Name, CType Type, long Offset, CBits? Bits, string Comment);

/// <summary>Where a bit field lies: bits from the record's start, and how many.</summary>
public sealed record CBits(long Offset, int Width);

/// <summary>An enum; <see cref="Name"/> is null for one that only names constants.</summary>
public sealed record CEnum(
    string? Name,
    CPrimitiveKind Underlying,
    IReadOnlyList<CEnumConstant> Constants,
    bool IsFlags,
    string Comment,
    SourcePlace Place);

public sealed record CEnumConstant(string Name, Int128 Value, string Comment);

/// <summary>A macro that stands for a value: one of the three is not null.</summary>
/// <param name="Integer">Also the address, if <paramref name="Type"/> is a pointer.</param>
public sealed record CConstant(
    string Name, CType Type, Int128? Integer, double? Real, string? Text, string Comment, SourcePlace Place);
