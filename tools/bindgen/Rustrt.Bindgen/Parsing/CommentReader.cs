using System.Text;
using Rustrt.Bindgen.Clang;
using static Rustrt.Bindgen.Clang.NativeMethods;

namespace Rustrt.Bindgen.Parsing;

/// <summary>
/// Finds the comment that speaks of a declaration. Documentation comments are clang's to judge. A plain one counts if it ends
/// on the line above the declaration and nothing else stands directly above it, or if it follows on the same line: many headers
/// (zlib.h) comment on what went before, and words at the wrong function are worse than none.
/// </summary>
/// <param name="isWanted">False finds none.</param>
internal sealed class CommentReader(OwnFiles files, bool isWanted)
{
    /// <summary>The comment's lines without comment marks, or an empty string.</summary>
    public string Of(CXCursor declaration)
    {
        string raw = isWanted ? ClangText.Take(clang_Cursor_getRawCommentText(declaration)) : "";
        return raw.Length > 0 && IsWrittenOut(declaration) && (IsDocumentation(raw) || IsAdjacent(declaration)) ? Strip(raw) : "";
    }

    /// <summary>
    /// Whether the declaration stands where clang says, by its name or, if it has none, by its keyword. It does not if a macro
    /// made it; libclang finds a comment for such from version 18 on, and bindings must not depend on that.
    /// </summary>
    private bool IsWrittenOut(CXCursor declaration)
    {
        SourcePlace place = declaration.Place();
        // Clang counts columns in bytes.
        ReadOnlySpan<byte> line = Encoding.UTF8.GetBytes(files.Line(place.Path, place.Line));
        ReadOnlySpan<byte> rest = line[Math.Min(place.Column - 1, line.Length)..];
        return rest.StartsWith(Encoding.UTF8.GetBytes(declaration.Name()))
            || rest.StartsWith("struct"u8) || rest.StartsWith("union"u8) || rest.StartsWith("enum"u8);
    }

    private static bool IsDocumentation(string raw) =>
        (raw.StartsWith("/**", StringComparison.Ordinal) && !raw.StartsWith("/***", StringComparison.Ordinal) && raw.Length > 4)
        || raw.StartsWith("/*!", StringComparison.Ordinal)
        || (raw.StartsWith("///", StringComparison.Ordinal) && !raw.StartsWith("////", StringComparison.Ordinal))
        || raw.StartsWith("//!", StringComparison.Ordinal);

    private bool IsAdjacent(CXCursor declaration)
    {
        CXSourceRange range = clang_Cursor_getCommentRange(declaration);
        SourcePlace start = Cursors.Place(clang_getRangeStart(range));
        SourcePlace end = Cursors.Place(clang_getRangeEnd(range));
        SourcePlace first = Cursors.Place(clang_getRangeStart(clang_getCursorExtent(declaration)));
        SourcePlace last = Cursors.Place(clang_getRangeEnd(clang_getCursorExtent(declaration)));
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
