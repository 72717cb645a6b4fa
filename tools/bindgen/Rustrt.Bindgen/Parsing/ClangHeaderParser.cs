using Rustrt.Bindgen.Clang;
using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Parsing;

/// <summary>Parses with libclang.</summary>
public sealed class ClangHeaderParser : IHeaderParser
{
    public CDeclarations Parse(IReadOnlyList<string> headers, IReadOnlyList<string> defines)
    {
        LibClangLibrary.Load();
        string? resources = LibClangLibrary.FindResourceFolder();
        List<string> arguments = ["-x", "c", "-std=gnu11", .. defines.Select(define => $"-D{define}")];
        if (resources != null)
        {
            arguments.AddRange(["-resource-dir", resources]);
        }
        using var unit = new TranslationUnit(headers, arguments);
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
        return new DeclarationReader(headers).Read(unit.Cursor);
    }
}
