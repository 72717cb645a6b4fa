using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Parsing;

/// <summary>The first stage: C headers in, declarations out. Nothing behind it knows who parsed.</summary>
public interface IHeaderParser
{
    /// <param name="headers">Full paths. What they define is bound; what they only include is bound as far as they use it.</param>
    /// <param name="defines">Macros to define.</param>
    CDeclarations Parse(IReadOnlyList<string> headers, IReadOnlyList<string> defines);
}
