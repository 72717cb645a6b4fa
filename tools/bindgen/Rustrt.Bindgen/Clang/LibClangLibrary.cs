using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Rustrt.Bindgen.Clang;

/// <summary>Finds libclang and the compiler's own headers, which lie in a package apart.</summary>
public static partial class LibClangLibrary
{
    /// <summary>Names the one libclang to use, instead of the search.</summary>
    public const string OverrideVariable = "BINDGEN_LIBCLANG";

    private const int Preferred = 14;
    private const int Newest = 22;
    private const int Oldest = 11;

    private static readonly Lock Gate = new();
    private static nint s_handle;

    /// <summary>Loads libclang, once per process.</summary>
    /// <exception cref="ClangUnavailableException">There is none; the message says what to install.</exception>
    public static void Load()
    {
        lock (Gate)
        {
            if (s_handle != 0)
            {
                return;
            }
            s_handle = Open();
            NativeLibrary.SetDllImportResolver(typeof(LibClang).Assembly, Resolve);
        }
    }

    /// <summary>The folder of the compiler's own headers (stddef.h, unwind.h, ...), or null if it is not installed.</summary>
    public static string? FindResourceFolder()
    {
        // libclang looks for it beside its own file, which on Debian is the wrong place for the copy in the multiarch folder.
        int major = MajorVersion();
        IEnumerable<string> roots = [$"/usr/lib/llvm-{major}/lib/clang", "/usr/lib/clang", "/usr/local/lib/clang"];
        return roots
            .Where(Directory.Exists)
            .SelectMany(root => Directory.GetDirectories(root).Order(StringComparer.Ordinal))
            .Where(folder => Path.GetFileName(folder).Split('.')[0] == $"{major}")
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "include", "stddef.h")));
    }

    /// <summary>What to install when the compiler's own headers are missing.</summary>
    public static string ResourcePackage => $"libclang-common-{MajorVersion()}-dev";

    private static int MajorVersion()
    {
        using var version = new ClangText(LibClang.clang_getClangVersion());
        Match match = VersionNumber().Match(version.ToString());
        return match.Success ? int.Parse(match.Groups[1].ValueSpan) : Preferred;
    }

    private static nint Open()
    {
        string? only = Environment.GetEnvironmentVariable(OverrideVariable);
        if (!string.IsNullOrEmpty(only))
        {
            return NativeLibrary.TryLoad(only, out nint handle)
                ? handle
                : throw new ClangUnavailableException(
                    $"{OverrideVariable}={only} cannot be loaded. Unset it to search for libclang, or install it: "
                    + $"apt-get install libclang1-{Preferred}");
        }
        foreach (string candidate in Candidates())
        {
            if (NativeLibrary.TryLoad(candidate, out nint handle))
            {
                return handle;
            }
        }
        throw new ClangUnavailableException(
            $"libclang was not found (versions {Oldest} to {Newest} were tried). Install it: "
            + $"apt-get install libclang1-{Preferred} libclang-common-{Preferred}-dev");
    }

    private static IEnumerable<string> Candidates() =>
        Enumerable.Range(Oldest, Newest - Oldest + 1).Reverse()
            .OrderByDescending(version => version == Preferred)
            .SelectMany(version => new[]
            {
                $"libclang-{version}.so.1",
                $"libclang-{version}.so.{version}",
                $"/usr/lib/llvm-{version}/lib/libclang.so.1",
            })
            .Append("libclang.so.1")
            .Append("libclang.so");

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        name == LibClang.Library ? s_handle : 0;

    [GeneratedRegex(@"version (\d+)\.")]
    private static partial Regex VersionNumber();
}
