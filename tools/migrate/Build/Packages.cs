using System.Security.Cryptography;
using System.Text;

namespace Rustrt.Migrate.Build;

/// <summary>
/// The NuGet packages of bindgen, in artifacts/packages. Their version is made of what they are made of: NuGet unpacks a version
/// once and never looks at it again, so that other content needs another version, and the same content must not get one.
/// </summary>
internal static class Packages
{
    private static readonly string[] s_projects =
        ["tools/bindgen/Rustrt.Bindgen.Cli/Rustrt.Bindgen.Cli.csproj", "src/Bindgen.Runtime/Rustrt.Bindgen.Runtime.csproj"];

    private static readonly string[] s_names = ["Rustrt.Bindgen", "Rustrt.Bindgen.Runtime"];

    // Folders and files that go into the packages or say how.
    private static readonly string[] s_sources =
    [
        "tools/bindgen", "src/Bindgen.Runtime", "src/Compat/Router/Generic", "src/Compat/Router/Plain", "src/Compat/Switch",
        "Directory.Build.props", "Directory.Packages.props", "global.json", "LICENSE",
    ];

    public static Step Step(RepositoryLayout layout) => new("build-packages", "packages of bindgen", async step =>
    {
        var version = Version(layout);
        string[] wanted = [.. s_names.Select(name => Path.Combine(layout.PackagesDirectory, $"{name}.{version}.nupkg"))];
        step.Summary = version;
        if (wanted.All(File.Exists))
        {
            step.Log($"{string.Join(" and ", wanted.Select(layout.Shown))} are there already");
            return;
        }
        foreach (var project in s_projects)
        {
            await step.Run("dotnet", "pack", project, "-c", "Release", "-nologo", $"-p:PackageVersion={version}");
        }
        // Only now, so that a failure leaves what there was. An older one beside these could be taken for the newest.
        foreach (var other in Directory.EnumerateFiles(layout.PackagesDirectory, "Rustrt.Bindgen*.nupkg").Except(wanted))
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
