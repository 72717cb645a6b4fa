using System.Text.RegularExpressions;

namespace Rustrt.Bindgen.Manifests;

/// <summary>What may become a name in generated code.</summary>
internal static partial class Identifiers
{
    public static bool IsDotted(string text) => Dotted().IsMatch(text);

    public static bool IsPlain(string text) => Plain().IsMatch(text);

    public static bool IsService(string text) => Service().IsMatch(text);

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*\z")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*\z")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_]*(-[A-Za-z0-9_]+)*\z")]
    private static partial Regex Service();
}
