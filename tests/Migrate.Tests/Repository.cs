using Rustrt.Migrate.Build;

namespace Rustrt.Migrate.Tests;

/// <summary>The checkout that these tests belong to.</summary>
internal static class Repository
{
    public static RepositoryLayout Layout { get; } = Find();

    private static RepositoryLayout Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "legacy", "include", "rustrt.h")))
        {
            folder = folder.Parent;
        }
        return new RepositoryLayout(folder?.FullName ?? throw new InvalidOperationException("these tests are not inside a checkout"));
    }
}
