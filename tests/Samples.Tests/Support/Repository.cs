using System.Reflection;

namespace Rustrt.Samples.Tests.Support;

/// <summary>The checkout that the samples are in.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepoRoot").Value!;

    /// <summary>The folder with the packages that ./migrate made.</summary>
    public static string Packages
    {
        get
        {
            string packages = Path.Combine(Root, "artifacts/packages");
            Assert.True(Directory.Exists(packages), "artifacts/packages is missing; './migrate pack' makes it");
            return packages;
        }
    }
}
