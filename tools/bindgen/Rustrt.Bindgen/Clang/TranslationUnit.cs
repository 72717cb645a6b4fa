using System.Runtime.InteropServices;
using System.Text;

namespace Rustrt.Bindgen.Clang;

/// <summary>Headers parsed together, as if one file included them in order and went on from there.</summary>
internal sealed unsafe class TranslationUnit : IDisposable
{
    private const uint DetailedPreprocessingRecord = 0x01;
    private const uint SkipFunctionBodies = 0x40;

    private readonly void* _index;
    private void* _unit;

    /// <param name="more">What the file says behind the headers.</param>
    public TranslationUnit(IReadOnlyList<string> headers, IReadOnlyList<string> arguments, string more = "")
    {
        _index = LibClang.clang_createIndex(0, 0);
        string source = string.Concat(headers.Select(header => $"#include \"{header}\"\n")) + more;
        try
        {
            Parse(Path.Combine(Path.GetDirectoryName(headers[0])!, "<bindgen>.h"), source, arguments);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public CXCursor Cursor => LibClang.clang_getTranslationUnitCursor(_unit);

    /// <summary>Clang's errors, in clang's words.</summary>
    public List<Diagnostic> Errors()
    {
        var errors = new List<Diagnostic>();
        uint count = LibClang.clang_getNumDiagnostics(_unit);
        for (uint i = 0; i < count; i++)
        {
            void* diagnostic = LibClang.clang_getDiagnostic(_unit, i);
            if (LibClang.clang_getDiagnosticSeverity(diagnostic) >= CXDiagnosticSeverity.Error)
            {
                errors.Add(new Diagnostic(
                    Cursors.Place(LibClang.clang_getDiagnosticLocation(diagnostic)),
                    ClangText.Take(LibClang.clang_getDiagnosticSpelling(diagnostic))));
            }
            LibClang.clang_disposeDiagnostic(diagnostic);
        }
        return errors;
    }

    public void Dispose()
    {
        if (_unit != null)
        {
            LibClang.clang_disposeTranslationUnit(_unit);
        }
        LibClang.clang_disposeIndex(_index);
    }

    private void Parse(string name, string source, IReadOnlyList<string> arguments)
    {
        var owned = new List<nint>();
        byte* Own(string text)
        {
            nint copy = Marshal.StringToCoTaskMemUTF8(text);
            owned.Add(copy);
            return (byte*)copy;
        }

        try
        {
            var file = new CXUnsavedFile
            {
                Filename = Own(name),
                Contents = Own(source),
                Length = (nuint)Encoding.UTF8.GetByteCount(source),
            };
            byte** argv = stackalloc byte*[arguments.Count];
            for (int i = 0; i < arguments.Count; i++)
            {
                argv[i] = Own(arguments[i]);
            }
            void* unit;
            int error = LibClang.clang_parseTranslationUnit2(
                _index, file.Filename, argv, arguments.Count, &file, 1, SkipFunctionBodies | DetailedPreprocessingRecord, &unit);
            if (error != 0)
            {
                throw new InputException(new SourcePlace(name), $"libclang gave up on the headers (CXErrorCode {error})");
            }
            _unit = unit;
        }
        finally
        {
            owned.ForEach(Marshal.FreeCoTaskMem);
        }
    }
}
