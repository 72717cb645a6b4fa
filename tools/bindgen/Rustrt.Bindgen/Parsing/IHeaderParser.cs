using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Parsing;

/// <summary>The first stage: C headers in, declarations out. Nothing behind it knows who parsed.</summary>
public interface IHeaderParser
{
    CDeclarations Parse(ParseRequest request);
}

/// <param name="Headers">
/// Full paths. What they declare is bound, and what they include in quotes, which is how a header names its own parts; of
/// what they include in angle brackets, the types that they use.
/// </param>
/// <param name="IncludeFolders">Where to look for included files before the compiler's own folders.</param>
/// <param name="Defines">Macros to define: NAME or NAME=VALUE.</param>
/// <param name="WholeTypes">Records of other libraries to bind with their fields though they are used through pointers alone.</param>
/// <param name="Comments">Whether to read what comments say of the declarations.</param>
public sealed record ParseRequest(
    IReadOnlyList<string> Headers,
    IReadOnlyList<string> IncludeFolders,
    IReadOnlyList<string> Defines,
    IReadOnlyCollection<string> WholeTypes,
    bool Comments);
