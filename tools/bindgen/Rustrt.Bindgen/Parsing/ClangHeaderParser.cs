using Rustrt.Bindgen.Clang;
using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Parsing;

/// <summary>Parses with libclang: once for the declarations, and once more for the values of the macros found.</summary>
public sealed class ClangHeaderParser : IHeaderParser
{
    private const string NeedsAnother = "a header that uses what another one declares is given that with --before, such as --before stdio.h";

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
        string[] read = [.. request.Before, .. request.Headers];
        using var unit = new TranslationUnit(read, arguments);
        List<Diagnostic> errors = unit.Errors();
        if (errors.Count > 0)
        {
            if (resources == null)
            {
                throw new ClangUnavailableException(
                    $"{errors[0]}\nThe compiler's own headers are not installed: apt-get install {LibClangLibrary.ResourcePackage}");
            }
            throw new InputException(errors.Any(error => error.Message.StartsWith("unknown type name", StringComparison.Ordinal))
                ? [.. errors, new Diagnostic(new SourcePlace(request.Headers[0]), NeedsAnother, Severity.Note)] : errors);
        }
        List<CXCursor> cursors = unit.Cursor.Children();
        var files = new OwnFiles(
            request.Headers, [.. request.IncludeFolders, .. ParseRequest.SystemFolders], request.IsPart, cursors);
        return new DeclarationReader(files, request.WholeTypes).Read(cursors, macros =>
            new TranslationUnit(read, [.. arguments, "-ferror-limit=0", "-w"], MacroReader.Program(macros)));
    }
}
