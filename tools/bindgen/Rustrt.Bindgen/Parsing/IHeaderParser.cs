using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Parsing;

/// <summary>The first stage: C headers in, declarations out. Nothing behind it knows who parsed.</summary>
public interface IHeaderParser
{
    CDeclarations Parse(ParseRequest request);
}

/// <param name="Headers">
/// Full paths. What they and their parts declare is bound (<see cref="OwnFiles"/>); of what else they include, the types that
/// they use.
/// </param>
/// <param name="Before">Full paths of headers that these need before them; not bound.</param>
/// <param name="IncludeFolders">Where to look for included files before the compiler's own folders.</param>
/// <param name="Defines">Macros to define: NAME or NAME=VALUE.</param>
/// <param name="IsPart">Whether an included file is bound although it does not look like a part of a header.</param>
/// <param name="WholeTypes">Records of other libraries to bind with their fields though they are used through pointers alone.</param>
/// <param name="Comments">Whether to read what comments say of the declarations.</param>
public sealed record ParseRequest(
    IReadOnlyList<string> Headers,
    IReadOnlyList<string> Before,
    IReadOnlyList<string> IncludeFolders,
    IReadOnlyList<string> Defines,
    Func<string, bool> IsPart,
    IReadOnlyCollection<string> WholeTypes,
    bool Comments)
{
    /// <summary>Where the compiler looks for headers of any library.</summary>
    public static IReadOnlyList<string> SystemFolders { get; } = ["/usr/local/include", "/usr/include/x86_64-linux-gnu", "/usr/include"];
}
