using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using static Rustrt.Bindgen.Clang.NativeMethods;

namespace Rustrt.Bindgen.Clang;

/// <summary>Finds libclang and the compiler's own headers, which lie in a package apart.</summary>
public static partial class LibClangLibrary
{
    /// <summary>Names the one libclang to use, instead of the search.</summary>
    public const string OverrideVariable = "BINDGEN_LIBCLANG";

    /// <summary>What the generated imports call it.</summary>
    private const string ImportName = "clang";

    private const int Preferred = 14;
    private const int Newest = 22;
    private const int Oldest = 11;

    private static readonly string s_install = $"apt-get install libclang1-{Preferred} libclang-common-{Preferred}-dev";
    private static readonly Lock s_gate = new();
    private static (string File, nint Handle) s_loaded;

    /// <summary>Loads libclang, once per process.</summary>
    /// <exception cref="ClangUnavailableException">There is none; the message says what to install.</exception>
    public static void Load()
    {
        lock (s_gate)
        {
            if (s_loaded.Handle != 0)
            {
                return;
            }
            s_loaded = Open();
            NativeLibrary.SetDllImportResolver(typeof(NativeMethods).Assembly, Resolve);
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

    /// <summary>What to say when the library loaded turns out to lack a function.</summary>
    public static ClangUnavailableException TooOld(EntryPointNotFoundException missing) =>
        new($"{s_loaded.File} is too old: {missing.Message} {Remedy}");

    private static string Remedy => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(OverrideVariable))
        ? $"Install a newer one: {s_install}"
        : $"Unset {OverrideVariable} to search for libclang, or install it: {s_install}";

    private static int MajorVersion()
    {
        Match match = VersionNumber().Match(ClangText.Take(clang_getClangVersion()));
        return match.Success ? int.Parse(match.Groups[1].ValueSpan) : Preferred;
    }

    private static (string File, nint Handle) Open()
    {
        string? only = Environment.GetEnvironmentVariable(OverrideVariable);
        if (!string.IsNullOrEmpty(only))
        {
            return !NativeLibrary.TryLoad(only, out nint handle)
                    ? throw new ClangUnavailableException($"{OverrideVariable}={only} cannot be loaded. {Remedy}")
                : !IsLibClang(handle)
                    ? throw new ClangUnavailableException($"{OverrideVariable}={only} is not libclang. {Remedy}")
                : (only, handle);
        }
        foreach (string candidate in Candidates())
        {
            if (NativeLibrary.TryLoad(candidate, out nint handle) && IsLibClang(handle))
            {
                return (candidate, handle);
            }
        }
        throw new ClangUnavailableException(
            $"libclang was not found (versions {Oldest} to {Newest} were tried). Install it: {s_install}");
    }

    private static bool IsLibClang(nint library) => NativeLibrary.TryGetExport(library, nameof(clang_getClangVersion), out _);

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
        name == ImportName ? s_loaded.Handle : 0;

    [GeneratedRegex(@"version (\d+)\.")]
    private static partial Regex VersionNumber();
}
