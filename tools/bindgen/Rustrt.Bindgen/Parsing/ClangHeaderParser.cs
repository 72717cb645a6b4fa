using Rustrt.Bindgen.Clang;
using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Parsing;

/// <summary>Parses with libclang: once for the declarations, and once more for the values of the macros found.</summary>
public sealed class ClangHeaderParser : IHeaderParser
{
    public CDeclarations Parse(ParseRequest request)
    {
        LibClangLibrary.Load();
        string? resources = LibClangLibrary.FindResourceFolder();
        List<string> arguments =
        [
            "-x", "c", "-std=gnu11", "-fparse-all-comments",
            .. request.IncludeFolders.Select(folder => $"-I{folder}"),
            .. request.Defines.Select(define => $"-D{define}"),
        ];
        if (resources != null)
        {
            arguments.AddRange(["-resource-dir", resources]);
        }
        using var unit = new TranslationUnit(request.Headers, arguments);
        List<Diagnostic> errors = unit.Errors();
        if (errors.Count > 0)
        {
            if (resources == null)
            {
                throw new ClangUnavailableException(
                    $"{errors[0]}\nThe compiler's own headers are not installed: apt-get install {LibClangLibrary.ResourcePackage}");
            }
            throw new InputException(errors);
        }
        List<CXCursor> cursors = unit.Cursor.Children();
        var files = new OwnFiles(request.Headers, cursors);
        return new DeclarationReader(files, request.WholeTypes).Read(cursors, macros =>
            new TranslationUnit(request.Headers, [.. arguments, "-ferror-limit=0", "-w"], MacroReader.Program(macros)));
    }
}
