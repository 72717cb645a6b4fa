using System.Text;
using Rustrt.Bindgen.Clang;

namespace Rustrt.Bindgen.Parsing;

/// <summary>
/// Finds the comment that speaks of a declaration. Documentation comments are clang's to judge. A plain one counts if it ends
/// on the line above the declaration and nothing else stands directly above it, or if it follows on the same line: many headers
/// (zlib.h) comment on what went before, and words at the wrong function are worse than none.
/// </summary>
internal sealed class CommentReader(OwnFiles files)
{
    /// <summary>The comment's lines without comment marks, or an empty string.</summary>
    public string Of(CXCursor declaration)
    {
        string raw = ClangText.Take(LibClang.clang_Cursor_getRawCommentText(declaration));
        return raw.Length > 0 && (IsDocumentation(raw) || IsAdjacent(declaration)) ? Strip(raw) : "";
    }

    private static bool IsDocumentation(string raw) =>
        (raw.StartsWith("/**", StringComparison.Ordinal) && !raw.StartsWith("/***", StringComparison.Ordinal) && raw.Length > 4)
        || raw.StartsWith("/*!", StringComparison.Ordinal)
        || (raw.StartsWith("///", StringComparison.Ordinal) && !raw.StartsWith("////", StringComparison.Ordinal))
        || raw.StartsWith("//!", StringComparison.Ordinal);

    private bool IsAdjacent(CXCursor declaration)
    {
        CXSourceRange range = LibClang.clang_Cursor_getCommentRange(declaration);
        SourcePlace start = Cursors.Place(LibClang.clang_getRangeStart(range));
        SourcePlace end = Cursors.Place(LibClang.clang_getRangeEnd(range));
        SourcePlace first = Cursors.Place(LibClang.clang_getRangeStart(LibClang.clang_getCursorExtent(declaration)));
        SourcePlace last = Cursors.Place(LibClang.clang_getRangeEnd(LibClang.clang_getCursorExtent(declaration)));
        if (start.Line == last.Line || start.Line == first.Line)
        {
            return true;
        }
        string above = files.Line(start.Path, start.Line - 1).TrimEnd();
        return end.Line + 1 == first.Line && !above.EndsWith(';') && !above.EndsWith(',') && !above.EndsWith('}');
    }

    private static string Strip(string raw)
    {
        var text = new StringBuilder();
        foreach (string line in raw.Split('\n'))
        {
            ReadOnlySpan<char> rest = line.AsSpan().Trim();
            rest = rest.StartsWith("//") ? rest.TrimStart('/').TrimStart('!') : rest;
            rest = rest.StartsWith("/*") ? rest[1..] : rest;
            rest = rest.EndsWith("*/") ? rest[..^1] : rest;
            // Marks of trailing comments and of documentation stand directly behind the stars.
            rest = rest.Trim('*').TrimStart('!').TrimStart('<').Trim();
            text.Append(rest).Append('\n');
        }
        return text.ToString().Trim('\n');
    }
}
