using Rustrt.Bindgen.Manifests;

namespace Rustrt.Bindgen.Model;

/// <summary>What everything is called; where neither the caller nor the manifest says, after the library.</summary>
/// <param name="Library">File name, as callers link to it.</param>
/// <param name="Prefix">Of macros, environment variables and annotations.</param>
/// <param name="Namespace">Of the C# types, imports and service interfaces.</param>
/// <param name="BackendNamespace">Of the exports of the new backend.</param>
public sealed record LibraryNames(string Library, string Prefix, string Namespace, string BackendNamespace)
{
    /// <summary>A library's file name without "lib" and ".so".</summary>
    public static string StemOf(string library)
    {
        string stem = library.Split(".so", 2)[0];
        return stem.StartsWith("lib", StringComparison.Ordinal) && stem.Length > "lib".Length ? stem["lib".Length..] : stem;
    }

    /// <exception cref="UsageException">A name is missing or none.</exception>
    public static LibraryNames From(string? library, string? @namespace, Manifest manifest)
    {
        string file = library ?? manifest.Library
            ?? throw new UsageException("which library? Give --library NAME, or \"library\" in the manifest");
        string stem = StemOf(file);
        string prefix = manifest.Prefix
            ?? string.Concat(stem.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_'));
        prefix = prefix.Length == 0 || char.IsAsciiDigit(prefix[0]) ? "_" + prefix : prefix;
        string types = @namespace ?? manifest.Namespace
            ?? throw new UsageException("which namespace? Give --namespace NS, or \"namespace\" in the manifest");
        if (!Identifiers.IsDotted(types))
        {
            throw new UsageException($"--namespace {types}: that is no C# namespace");
        }
        if (file.Length == 0 || file.Any(c => char.IsControl(c) || c is '"' or '\\' or '/' or ' '))
        {
            throw new UsageException($"--library \"{file}\": that is no file name of a library");
        }
        return new LibraryNames(file, prefix, types, manifest.BackendNamespace ?? $"{types}.Backend");
    }
}
