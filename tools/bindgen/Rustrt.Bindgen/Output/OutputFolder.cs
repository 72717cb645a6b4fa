using Rustrt.Bindgen.Emitting;

namespace Rustrt.Bindgen.Output;

/// <summary>
/// The folder of generated files. Files named *.g.* that carry the generator's line belong to it: one that is not generated
/// any more is stale, and deleted when writing.
/// </summary>
public sealed class OutputFolder(string path)
{
    /// <summary>Writes what differs, so that what stayed the same is not built again.</summary>
    /// <returns>The relative paths that were written or deleted.</returns>
    public IReadOnlyList<string> Write(IReadOnlyList<GeneratedFile> files)
    {
        IReadOnlyList<StaleFile> stale = FindStale(files);
        foreach (StaleFile file in stale)
        {
            string target = Path.Combine(path, file.Path);
            if (file.Generated == null)
            {
                File.Delete(target);
                continue;
            }
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, file.Generated);
        }
        return [.. stale.Select(file => file.Path)];
    }

    /// <summary>Every difference between the folder and what is generated, in ordinal order of the paths.</summary>
    public IReadOnlyList<StaleFile> FindStale(IReadOnlyList<GeneratedFile> files)
    {
        var stale = new List<StaleFile>();
        foreach (GeneratedFile file in files)
        {
            string target = Path.Combine(path, file.Path);
            string? present = File.Exists(target) ? File.ReadAllText(target) : null;
            if (present != file.Text)
            {
                stale.Add(new StaleFile(file.Path, present, file.Text));
            }
        }
        var generated = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        foreach (string leftover in OwnFiles().Where(own => !generated.Contains(own)))
        {
            stale.Add(new StaleFile(leftover, File.ReadAllText(Path.Combine(path, leftover)), null));
        }
        return [.. stale.OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    private IEnumerable<string> OwnFiles() =>
        Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*.g.*", SearchOption.AllDirectories)
                .Where(file => File.ReadLines(file).Take(3).Any(line => line.Contains(Banner.Generator, StringComparison.Ordinal)))
                .Select(file => Path.GetRelativePath(path, file).Replace('\\', '/'))
            : [];
}
