using System.Reflection;

namespace Bindgen.Tests.Support;

/// <summary>Where the tests find what is checked in.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepoRoot").Value!;

    public static string[] Headers { get; } = [At("legacy/include/rustrt.h"), At("legacy/include/rustrt_core.h"), At("legacy/include/rustrt_uv.h")];

    public static string Manifest { get; } = At("src/Compat/catalogue.json");

    public static string Generated { get; } = At("src/Compat/Generated");

    /// <summary>How bindgen binds libclang for itself, and what it made.</summary>
    public static string LibClangManifest { get; } = At("tools/bindgen/Rustrt.Bindgen/Clang/libclang.json");

    public static string LibClangBinding { get; } = At("tools/bindgen/Rustrt.Bindgen/Clang/Generated");

    public static string Golden(string name) => At("tests/Bindgen.Tests/Golden", name);

    private static string At(params string[] parts) => Path.Combine([Root, .. parts]);
}
