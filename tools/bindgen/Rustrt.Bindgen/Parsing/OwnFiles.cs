using Rustrt.Bindgen.Clang;
using static Rustrt.Bindgen.Clang.CXCursorKind;
using static Rustrt.Bindgen.Clang.NativeMethods;

namespace Rustrt.Bindgen.Parsing;

/// <summary>
/// Which files are bound: the given headers and what they include in quotes, at any depth. An umbrella header such as
/// curl/curl.h would bind hardly anything without its parts; a system header in angle brackets is somebody else's.
/// </summary>
internal sealed class OwnFiles
{
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly List<string> _inOrder = [];
    private readonly Dictionary<string, string[]> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _fullPaths = new(StringComparer.Ordinal);

    public OwnFiles(IEnumerable<string> headers, IEnumerable<CXCursor> cursors)
    {
        foreach (string header in headers)
        {
            Add(header);
        }
        // Directives come in the order in which the preprocessor met them, so that a file's own come after the one that names it.
        foreach (CXCursor directive in cursors.Where(cursor => cursor.kind == CXCursor_InclusionDirective))
        {
            SourcePlace place = directive.Place();
            if (Contains(place.Path) && IsQuoted(place) && IncludedFile(directive) is { } path)
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

    private static unsafe string? IncludedFile(CXCursor directive)
    {
        void* file = clang_getIncludedFile(directive);
        return file == null ? null : ClangText.Take(clang_getFileName(file));
    }

    private string Full(string path)
    {
        if (!_fullPaths.TryGetValue(path, out string? full))
        {
            full = Path.GetFullPath(path);
            _fullPaths.Add(path, full);
        }
        return full;
    }
}
