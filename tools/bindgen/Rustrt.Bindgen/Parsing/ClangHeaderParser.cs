using Rustrt.Bindgen.Clang;
using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Parsing;

/// <summary>Parses with libclang: once for the declarations, and once more for the values of the macros found.</summary>
/// <param name="onWarning">
/// Gets clang's warnings, and the notes on them. They leave nothing out and differ between versions, so that they are no part
/// of what is read.
/// </param>
public sealed class ClangHeaderParser(Action<Diagnostic>? onWarning = null) : IHeaderParser
{
    private const string NeedsAnother = "a header that uses what another one declares is given that with --before, such as --before stdio.h";

    /// <exception cref="InputException">Clang finds errors; the message has all that it says, in its words.</exception>
    /// <exception cref="ClangUnavailableException">There is no libclang that will do.</exception>
    public CDeclarations Parse(ParseRequest request)
    {
        LibClangLibrary.Load();
        try
        {
            return ParseWithClang(request);
        }
        catch (EntryPointNotFoundException missing)
        {
            throw LibClangLibrary.TooOld(missing);
        }
    }

    private CDeclarations ParseWithClang(ParseRequest request)
    {
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
        List<Diagnostic> said = unit.Diagnostics();
        if (said.Find(diagnostic => diagnostic.Severity == Severity.Error) is { } error)
        {
            if (resources == null)
            {
                throw new ClangUnavailableException(
                    $"{error}\nThe compiler's own headers are not installed: apt-get install {LibClangLibrary.ResourcePackage}");
            }
            throw new InputException(said.Exists(diagnostic => diagnostic.Message.StartsWith("unknown type name", StringComparison.Ordinal))
                ? [.. said, new Diagnostic(new SourcePlace(request.Headers[0]), NeedsAnother, Severity.Note)] : said);
        }
        said.ForEach(diagnostic => onWarning?.Invoke(diagnostic));
        List<CXCursor> cursors = unit.Cursor.Children();
        var files = new OwnFiles(
            request.Headers, request.Before, [.. request.IncludeFolders, .. ParseRequest.SystemFolders], request.IsPart, cursors);
        return new DeclarationReader(files, request.WholeTypes, request.Comments).Read(cursors, macros =>
            new TranslationUnit(read, [.. arguments, "-ferror-limit=0", "-w"], MacroReader.Program(macros)));
    }
}
