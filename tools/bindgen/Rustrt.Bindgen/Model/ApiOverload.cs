using System.Text.Json.Serialization;

namespace Rustrt.Bindgen.Model;

/// <summary>How C# can call a function without pointers to texts and handles.</summary>
/// <param name="Parameters">One for each of the function's.</param>
public sealed record ApiOverload(IReadOnlyList<ApiForm> Parameters, ApiForm Result)
{
    /// <summary>Nothing but the result differs, by which C# does not overload.</summary>
    [JsonIgnore]
    public bool DiffersByResultOnly => Parameters.All(form => form.Kind == ApiFormKind.Raw);
}

/// <summary>What an argument or result is in the overload.</summary>
/// <param name="Handle">The C# name of the handle; null if it is none.</param>
public sealed record ApiForm(ApiFormKind Kind, string? Handle)
{
    public static ApiForm Raw { get; } = new(ApiFormKind.Raw, null);

    public static ApiForm Text { get; } = new(ApiFormKind.Text, null);
}

public enum ApiFormKind
{
    /// <summary>As in the import.</summary>
    Raw,

    /// <summary>UTF-8 behind a <c>const char *</c>.</summary>
    Text,

    /// <summary>A handle that the call uses.</summary>
    Handle,

    /// <summary>A handle that the call gives to its caller, as its result or through the pointer that it takes.</summary>
    Owned,
}

/// <summary>A pointer that owns what it points to: a class in C# that releases it.</summary>
/// <param name="CName">What it points to, or the typedef that it is.</param>
/// <param name="Type">Of the pointer.</param>
/// <param name="Release">The C name of the function that ends it.</param>
public sealed record ApiHandle(string ManagedName, string CName, CType Type, string Release);
