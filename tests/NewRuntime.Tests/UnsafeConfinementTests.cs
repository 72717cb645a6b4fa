using System.Text.RegularExpressions;

namespace Rustrt.Federation.Tests;

/// <summary>Ordinary C#: what is not safe lives in EventLoops/*/Native and Memory/Native, and nowhere else.</summary>
public partial class UnsafeConfinementTests
{
    [Fact]
    public void Unsafe_code_and_native_calls_live_in_the_native_folders_only()
    {
        var users = Users("NewRuntime");
        Assert.NotEmpty(users); // else the search does not search
        Assert.All(users, file => Assert.Matches("^(EventLoops/[^/]+|Memory)/Native/", file));
    }

    [Fact]
    public void The_freestanding_part_has_none() => Assert.Empty(Users("NewRuntime.Freestanding"));

    private static List<string> Users(string project)
    {
        string root = Path.Combine(RepositoryRoot(), "src", project);
        return [.. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(root, file).Split('/').Any(part => part is "obj" or "bin"))
            .Where(file => NotOrdinary().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(root, file))];
    }

    [GeneratedRegex(@"\bunsafe\b|DllImport|LibraryImport|\bUnsafe\.|MemoryMarshal|NativeMemory")]
    private static partial Regex NotOrdinary();

    private static string RepositoryRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Directory.Packages.props"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException($"{AppContext.BaseDirectory} is not inside the repository.");
    }
}
