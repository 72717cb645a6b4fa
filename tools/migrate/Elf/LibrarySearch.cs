namespace Rustrt.Migrate.Elf;

/// <summary>
/// Follows the libraries that a program needs, in the loader's order of places, as far as they can come from the program
/// itself: libraries of the system never need librustrt and are not looked at.
/// </summary>
internal static class LibrarySearch
{
    /// <summary>
    /// The shortest chain of files from the program to the one that needs <paramref name="library"/>, or null when
    /// neither the program nor a library found beside it needs it.
    /// </summary>
    public static IReadOnlyList<string>? ChainTo(string library, string program, IReadOnlyList<string> libraryPath) =>
        Chains(program, libraryPath).FirstOrDefault(found => found.Image.Needed.Contains(library)).Chain;

    /// <summary>The program and every library found beside it, the nearest first, each with the files that lead to it.</summary>
    public static IEnumerable<(IReadOnlyList<string> Chain, ElfImage Image)> Chains(string program, IReadOnlyList<string> libraryPath)
    {
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var queue = new Queue<IReadOnlyList<string>>();
        queue.Enqueue([Path.GetFullPath(program)]);
        while (queue.TryDequeue(out var chain))
        {
            if (!visited.Add(chain[^1]))
            {
                continue;
            }
            var image = ElfImage.Read(chain[^1]);
            yield return (chain, image);
            foreach (var needed in image.Needed)
            {
                if (Find(needed, image, chain[^1], program, libraryPath) is { } found)
                {
                    queue.Enqueue([.. chain, found]);
                }
            }
        }
    }

    /// <summary>
    /// A directory in the file's DT_RPATH that holds the library. The loader looks there before LD_LIBRARY_PATH, so the
    /// router would never be loaded.
    /// </summary>
    public static string? BypassingPath(string library, ElfImage image, string file) =>
        image.RunPath.Count > 0 ? null
            : image.RPath.Select(path => Expanded(path, file)).FirstOrDefault(path => File.Exists(Path.Combine(path, library)));

    private static string? Find(string needed, ElfImage image, string file, string program, IReadOnlyList<string> libraryPath)
    {
        if (needed.Contains('/'))
        {
            return File.Exists(needed) ? Path.GetFullPath(needed) : null;
        }
        var rpath = image.RunPath.Count > 0 ? [] : image.RPath;
        IEnumerable<string> places = [.. rpath.Select(path => Expanded(path, file)), .. libraryPath,
            .. image.RunPath.Select(path => Expanded(path, file)), Directory(program)];
        return places.Select(place => Path.Combine(place, needed)).FirstOrDefault(File.Exists) is { } found
            ? Path.GetFullPath(found) : null;
    }

    private static string Expanded(string path, string file) =>
        path.Replace("${ORIGIN}", Directory(file)).Replace("$ORIGIN", Directory(file));

    private static string Directory(string file) => Path.GetDirectoryName(Path.GetFullPath(file))!;
}
