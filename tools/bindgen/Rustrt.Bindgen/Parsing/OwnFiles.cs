using Rustrt.Bindgen.Clang;
using static Rustrt.Bindgen.Clang.CXCursorKind;
using static Rustrt.Bindgen.Clang.NativeMethods;

namespace Rustrt.Bindgen.Parsing;

/// <summary>
/// Which files are bound: the given headers and their parts, at any depth. An umbrella header such as curl/curl.h or glib.h
/// would bind hardly anything without them. A part is what is included in quotes; what lies in the folder of the header that
/// includes it, if the library has that folder to itself (alsa/), or in the folder beside a header that has its name (glib.h and
/// glib/); and what the caller says. Any other header in angle brackets is somebody else's.
/// </summary>
internal sealed class OwnFiles
{
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly List<string> _inOrder = [];
    private readonly Dictionary<string, string[]> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _fullPaths = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sharedFolders;

    /// <param name="before">Files that are nobody's part.</param>
    /// <param name="sharedFolders">Folders that are searched for headers, in which those of many libraries lie.</param>
    /// <param name="isPart">Whether an included file is bound whatever its place.</param>
    public OwnFiles(
        IEnumerable<string> headers, IEnumerable<string> before, IEnumerable<string> sharedFolders, Func<string, bool> isPart, IEnumerable<CXCursor> cursors)
    {
        _sharedFolders = [.. sharedFolders.Select(Full)];
        HashSet<string> others = [.. before.Select(Full)];
        foreach (string header in headers)
        {
            Add(Full(header));
        }
        // Directives come in the order in which the preprocessor met them, so that a file's own come after the one that names it.
        foreach (CXCursor directive in cursors.Where(cursor => cursor.kind == CXCursor_InclusionDirective))
        {
            SourcePlace place = directive.Place();
            if (IncludedFile(directive) is { } path && !others.Contains(Full(path))
                && (isPart(path) || (Contains(place.Path) && (IsQuoted(place) || IsInOwnFolder(Full(place.Path), Full(path))))))
            {
                Add(Full(path));
            }
        }
    }

    public IReadOnlyList<string> InOrder => _inOrder;

    public bool Contains(string path) => path.Length > 0 && _paths.Contains(Full(path));

    /// <summary>A line of a file, counted from 1; empty if there is none.</summary>
    public string Line(string path, int number)
    {
        string full = Full(path);
        if (!_lines.TryGetValue(full, out string[]? lines))
        {
            lines = File.Exists(full) ? File.ReadAllLines(full) : [];
            _lines.Add(full, lines);
        }
        return number >= 1 && number <= lines.Length ? lines[number - 1] : "";
    }

    private void Add(string path)
    {
        if (_paths.Add(path))
        {
            _inOrder.Add(path);
        }
    }

    private bool IsQuoted(SourcePlace directive)
    {
        string line = Line(directive.Path, directive.Line);
        int quote = line.IndexOf('"', StringComparison.Ordinal);
        int angle = line.IndexOf('<', StringComparison.Ordinal);
        return quote >= 0 && (angle < 0 || quote < angle);
    }

    private bool IsInOwnFolder(string header, string included)
    {
        string folder = Path.GetDirectoryName(header)!;
        string named = Path.ChangeExtension(header, null);
        return (!_sharedFolders.Contains(folder) && included.StartsWith(folder + "/", StringComparison.Ordinal))
            || included.StartsWith(named + "/", StringComparison.Ordinal);
    }

    private static unsafe string? IncludedFile(CXCursor directive)
    {
        void* file = clang_getIncludedFile(directive);
        return file == null ? null : ClangText.Take(clang_getFileName(file));
    }

    private string Full(string path)
    {
        if (!_fullPaths.TryGetValue(path, out string? full))
        {
            // By what a link points to: clang calls a file by whichever of its names was included last.
            full = Path.GetFullPath(path);
            full = File.Exists(full) ? File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full : full;
            _fullPaths.Add(path, full);
        }
        return full;
    }
}
