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

    [Theory]
    [InlineData("NewRuntime.Analyzers")]
    [InlineData("NewRuntime.Freestanding")]
    [InlineData("NewRuntime.Hosting")]
    [InlineData("NewRuntime.Logging")]
    public void The_other_packages_have_none(string project) => Assert.Empty(Users(project));

    [Fact]
    public void No_package_is_left_out() => Assert.Equal(
        ["NewRuntime", "NewRuntime.Analyzers", "NewRuntime.Freestanding", "NewRuntime.Hosting", "NewRuntime.Logging"],
        Directory.GetDirectories(Path.Combine(RepositoryRoot(), "src"), "NewRuntime*").Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("unsafe void F()")]
    [InlineData("[DllImport(\"libc\")]")]
    [InlineData("[LibraryImport(\"libc\")]")]
    [InlineData("Unsafe.As<Frame>(waiter)")]
    [InlineData("MemoryMarshal.GetReference(span)")]
    [InlineData("NativeMemory.Free(block)")]
    [InlineData("CollectionsMarshal.AsSpan(list)")]
    [InlineData("GCHandle.Alloc(entry)")]
    [InlineData("Marshal.GetLastPInvokeError()")]
    [InlineData("[UnsafeAccessor(UnsafeAccessorKind.Field)]")]
    [InlineData("[UnmanagedCallersOnly]")]
    [InlineData("[SkipLocalsInit]")]
    public void It_is_known_by_its_words(string code) => Assert.Matches(NotOrdinary(), code);

    private static List<string> Users(string project)
    {
        string root = Path.Combine(RepositoryRoot(), "src", project);
        return [.. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(root, file).Split('/').Any(part => part is "obj" or "bin"))
            .Where(file => NotOrdinary().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(root, file))];
    }

    [GeneratedRegex(@"\bunsafe\b|DllImport|LibraryImport|UnmanagedCallersOnly|\bUnsafe\.|UnsafeAccessor|\w*Marshal\.|NativeMemory|GCHandle|SkipLocalsInit")]
    private static partial Regex NotOrdinary();

    private static string RepositoryRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Directory.Packages.props"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException($"{AppContext.BaseDirectory} is not inside the repository.");
    }
}
