using Rustrt.Bindgen.Abi;
using Rustrt.Bindgen.Manifests;

namespace Rustrt.Bindgen.Model;

/// <summary>Which overload a function gets: the manifest's texts and handles instead of pointers.</summary>
internal sealed class Overloads(Manifest manifest, HandleMap handles)
{
    /// <summary>The arguments and results that can be text, and their functions: what "strings" and "bytes" can name.</summary>
    public static IEnumerable<string> Texts(CFunction function)
    {
        string[] parts =
        [
            .. function.Parameters.Where(parameter => CanBeText(parameter.Type)).Select(parameter => Part(function, parameter.Name)),
            .. CanBeText(function.Result) ? [Part(function, TraceFormat.Result)] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? [] : [function.Name, .. parts];
    }

    public ApiOverload? Of(CFunction function)
    {
        var overload = new ApiOverload(
            [.. function.Parameters.Select(parameter =>
                Text(function, parameter.Name, parameter.Type) ?? handles.Argument(function, parameter.Type) ?? ApiForm.Raw)],
            Text(function, TraceFormat.Result, function.Result) ?? handles.Result(function) ?? ApiForm.Raw);
        // A text as the result alone is no reason: it would have to have another name, and .NET reads a text in one call.
        return overload.DiffersByResultOnly && overload.Result.Kind != ApiFormKind.Owned ? null : overload;
    }

    private ApiForm? Text(CFunction function, string part, CType type) =>
        CanBeText(type) && Names(manifest.Strings, function, part) && !Names(manifest.Bytes, function, part) ? ApiForm.Text : null;

    private static bool Names(IReadOnlyList<ManifestName> patterns, CFunction function, string part) =>
        patterns.Any(pattern => pattern.Matches(function.Name) || pattern.Matches(Part(function, part)));

    private static bool CanBeText(CType type) => type.Resolved is CPointer { IsConst: true, Pointee.Resolved: CPrimitive { Kind: CPrimitiveKind.Char } };

    private static string Part(CFunction function, string name) => $"{function.Name}.{name}";
}
