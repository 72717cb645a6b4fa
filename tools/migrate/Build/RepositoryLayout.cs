namespace Rustrt.Migrate.Build;

/// <summary>Where things are in the repository and under artifacts/ (docs/design.md section 7).</summary>
internal sealed class RepositoryLayout(string root)
{
    public string Root { get; } = Path.GetFullPath(root);

    public string Artifacts => At("artifacts");

    /// <summary>The legacy library under the name that callers link to.</summary>
    public string LegacyDirectory => At("artifacts", "native", "legacy");

    /// <summary>The router and both of its backends.</summary>
    public string RouterDirectory => At("artifacts", "native", "router");

    /// <summary>The same with asserted invariants, for tests.</summary>
    public string CheckedRouterDirectory => At("artifacts", "native", "router-checked");

    public string CallersDirectory => At("artifacts", "callers");

    public string LogsDirectory => At("artifacts", "logs");

    public string ReportsDirectory => At("artifacts", "reports");

    public string PackagesDirectory => At("artifacts", "packages");

    /// <summary>The same as <see cref="LegacyLibrary"/>, without what the router calls: a library that a user brings along.</summary>
    public string LegacyWithoutSeams => Path.Combine(LegacyDirectory, "without-seams", LibraryName);

    public string LegacyLibrary => Path.Combine(LegacyDirectory, LibraryName);

    /// <summary>The old core library. Beside the router its name is that of a router of its own.</summary>
    public string CoreLibrary => Path.Combine(LegacyDirectory, CoreLibraryName);

    public string RouterLibrary => Path.Combine(RouterDirectory, LibraryName);

    public string LegacyBackend => Path.Combine(RouterDirectory, "librustrt_legacy.so");

    public string CoreLegacyBackend => Path.Combine(RouterDirectory, "librustcore_legacy.so");

    public string NewBackend => Path.Combine(RouterDirectory, "librustrt_new.so");

    public const string CoreLibraryName = "librustcore.so";

    /// <summary>The name in the DT_NEEDED entries of callers, which the router and the legacy library both carry.</summary>
    public const string LibraryName = "librustrt.so";

    public string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>A path as a user in the repository would type it.</summary>
    public string Shown(string path)
    {
        var relative = Path.GetRelativePath(Root, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    /// <summary>The repository named by the launcher, or the one that encloses the current directory.</summary>
    public static RepositoryLayout Find()
    {
        if (Environment.GetEnvironmentVariable("RUSTRT_MIGRATE_ROOT") is { Length: > 0 } named)
        {
            return new RepositoryLayout(named);
        }
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "legacy", "include", "rustrt.h")))
            {
                return new RepositoryLayout(folder.FullName);
            }
        }
        throw new UserErrorException(ExitCode.Usage,
            "not inside a checkout of this repository; start the tool through its launcher, ./migrate.");
    }
}
