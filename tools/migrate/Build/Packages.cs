using System.Security.Cryptography;
using System.Text;

namespace Rustrt.Migrate.Build;

/// <summary>
/// The NuGet packages, in artifacts/packages; all have one version. It is made of what they are made of: NuGet unpacks a version
/// once and never looks at it again, so that other content needs another version, and the same content must not get one.
/// </summary>
internal static class Packages
{
    private static readonly (string Name, string Project)[] s_packages =
    [
        ("Rustrt.Bindgen", "tools/bindgen/Rustrt.Bindgen.Cli/Rustrt.Bindgen.Cli.csproj"),
        ("Rustrt.Bindgen.Runtime", "src/Bindgen.Runtime/Rustrt.Bindgen.Runtime.csproj"),
        ("Rustrt.Federation.Freestanding", "src/NewRuntime.Freestanding/Rustrt.Federation.Freestanding.csproj"),
        ("Rustrt.Federation", "src/NewRuntime/Rustrt.Federation.csproj"),
        ("Rustrt.Federation.Logging", "src/NewRuntime.Logging/Rustrt.Federation.Logging.csproj"),
        ("Rustrt.Federation.Hosting", "src/NewRuntime.Hosting/Rustrt.Federation.Hosting.csproj"),
        ("Rustrt.Compat", "src/Compat/Rustrt.Compat.csproj"),
        ("Rustrt.Compat.Hosting", "src/Compat.Hosting/Rustrt.Compat.Hosting.csproj"),
    ];

    // Folders and files that go into the packages or say how.
    private static readonly string[] s_sources =
    [
        "tools/bindgen", "src/Bindgen.Runtime", "src/Compat", "src/Compat.Hosting", "legacy/CMakeLists.txt", "legacy/exports.py", "legacy/include", "legacy/src",
        "src/NewRuntime", "src/NewRuntime.Analyzers", "src/NewRuntime.Freestanding", "src/NewRuntime.Logging", "src/NewRuntime.Hosting",
        "Directory.Build.props", "Directory.Packages.props", "global.json", "LICENSE",
    ];

    public static Step Step(RepositoryLayout layout) => new("build-packages", "packages", async step =>
    {
        var version = Version(layout);
        string[] wanted = [.. s_packages.Select(package => Path.Combine(layout.PackagesDirectory, $"{package.Name}.{version}.nupkg"))];
        step.Summary = version;
        if (wanted.All(File.Exists))
        {
            step.Log($"{string.Join(", ", wanted.Select(layout.Shown))} are there already");
            return;
        }
        await ManagedBuild.Pack(step, "packages", s_packages.Select(package => package.Project), version);
        // Only now, so that a failure leaves what there was. An older one beside these could be taken for the newest.
        foreach (var other in Directory.EnumerateFiles(layout.PackagesDirectory, "Rustrt.*.nupkg").Except(wanted))
        {
            File.Delete(other);
        }
    });

    /// <summary>0.1.0-dev.h and the beginning of a hash of all sources.</summary>
    internal static string Version(RepositoryLayout layout)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in s_sources.SelectMany(source => Files(layout.At(source))).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(layout.Shown(file) + "\0"));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }
        // The h: a part of digits alone may not begin with a zero.
        return "0.1.0-dev.h" + Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    private static IEnumerable<string> Files(string source) => File.Exists(source) ? [source]
        : Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories)
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj"));
}
