using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using static Rustrt.Bindgen.Clang.NativeMethods;

namespace Rustrt.Bindgen.Clang;

/// <summary>Cursors and types as the parser likes to read them.</summary>
internal static unsafe partial class Cursors
{
    public static string Spelling(this CXCursor cursor) => ClangText.Take(clang_getCursorSpelling(cursor));

    public static string Spelling(this CXType type) => ClangText.Take(clang_getTypeSpelling(type));

    /// <summary>
    /// A type for people to read. Clang describes what has no name by its place, and so by where the header lies, which must not
    /// get into the output; here it is <c>struct {...}</c>.
    /// </summary>
    public static string Written(this CXType type) => UnnamedAtPlace().Replace(type.Spelling(), "{...}");

    /// <summary>What a declaration is called; empty if it has no name, which some versions describe in parentheses instead.</summary>
    public static string Name(this CXCursor declaration)
    {
        string spelling = declaration.Spelling();
        return spelling.Contains('(') ? "" : spelling;
    }

    /// <summary>Where it stands in a file; for what a macro made, where the macro is used.</summary>
    public static SourcePlace Place(this CXCursor cursor) => Place(clang_getCursorLocation(cursor));

    public static SourcePlace Place(CXSourceLocation location)
    {
        void* file;
        uint line;
        uint column;
        clang_getExpansionLocation(location, &file, &line, &column, null);
        string path = file == null ? "" : ClangText.Take(clang_getFileName(file));
        return new SourcePlace(path, (int)line, (int)column);
    }

    public static List<CXCursor> Children(this CXCursor parent)
    {
        var children = new List<CXCursor>();
        GCHandle handle = GCHandle.Alloc(children);
        _ = clang_visitChildren(parent, &Collect, (void*)GCHandle.ToIntPtr(handle));
        handle.Free();
        return children;
    }

    /// <summary>The fields of a record in order, those without a name among them.</summary>
    public static List<CXCursor> Fields(CXType record)
    {
        var fields = new List<CXCursor>();
        GCHandle handle = GCHandle.Alloc(fields);
        _ = clang_Type_visitFields(record, &CollectField, (void*)GCHandle.ToIntPtr(handle));
        handle.Free();
        return fields;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static CXVisitorResult CollectField(CXCursor cursor, void* list)
    {
        ((List<CXCursor>)GCHandle.FromIntPtr((nint)list).Target!).Add(cursor);
        return CXVisitorResult.CXVisit_Continue;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static CXChildVisitResult Collect(CXCursor cursor, CXCursor parent, void* list)
    {
        ((List<CXCursor>)GCHandle.FromIntPtr((nint)list).Target!).Add(cursor);
        return CXChildVisitResult.CXChildVisit_Continue;
    }

    [GeneratedRegex(@"\((?:unnamed|anonymous)(?: \w+)? at .*?:\d+:\d+\)", RegexOptions.Singleline)]
    private static partial Regex UnnamedAtPlace();
}
