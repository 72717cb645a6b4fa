using System.Runtime.InteropServices;
using System.Text;
using static Rustrt.Bindgen.Clang.CXTranslationUnit_Flags;
using static Rustrt.Bindgen.Clang.NativeMethods;

namespace Rustrt.Bindgen.Clang;

/// <summary>Headers parsed together, as if one file included them in order and went on from there.</summary>
internal sealed unsafe class TranslationUnit : IDisposable
{
    private readonly string _name;
    private readonly void* _index;
    private CXTranslationUnitImpl* _unit;

    /// <param name="more">What the file says behind the headers.</param>
    public TranslationUnit(IReadOnlyList<string> headers, IReadOnlyList<string> arguments, string more = "")
    {
        _name = Path.Combine(Path.GetDirectoryName(headers[0])!, "<bindgen>.h");
        _index = clang_createIndex(0, 0);
        string source = string.Concat(headers.Select(header => $"#include \"{header}\"\n")) + more;
        try
        {
            Parse(source, arguments);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public CXCursor Cursor => clang_getTranslationUnitCursor(_unit);

    /// <summary>What clang says of the headers, in its order and in its words; notes follow what they belong to.</summary>
    public List<Diagnostic> Diagnostics()
    {
        var said = new List<Diagnostic>();
        for (uint i = 0; i < clang_getNumDiagnostics(_unit); i++)
        {
            void* diagnostic = clang_getDiagnostic(_unit, i);
            said.Add(Read(diagnostic));
            // The set is the diagnostic's.
            void* notes = clang_getChildDiagnostics(diagnostic);
            for (uint j = 0; j < clang_getNumDiagnosticsInSet(notes); j++)
            {
                void* note = clang_getDiagnosticInSet(notes, j);
                said.Add(Read(note));
                clang_disposeDiagnostic(note);
            }
            clang_disposeDiagnostic(diagnostic);
        }
        // Notes say by which files a header is included; the outermost is only ours.
        said.RemoveAll(diagnostic => diagnostic.Severity == Severity.Note && diagnostic.Place.Path == _name);
        return said;
    }

    public void Dispose()
    {
        if (_unit != null)
        {
            clang_disposeTranslationUnit(_unit);
        }
        clang_disposeIndex(_index);
    }

    private static Diagnostic Read(void* diagnostic)
    {
        string option = ClangText.Take(clang_getDiagnosticOption(diagnostic, null));
        return new Diagnostic(
            Cursors.Place(clang_getDiagnosticLocation(diagnostic)),
            ClangText.Take(clang_getDiagnosticSpelling(diagnostic)) + (option.Length > 0 ? $" [{option}]" : ""),
            clang_getDiagnosticSeverity(diagnostic) switch
            {
                CXDiagnosticSeverity.CXDiagnostic_Error or CXDiagnosticSeverity.CXDiagnostic_Fatal => Severity.Error,
                CXDiagnosticSeverity.CXDiagnostic_Warning => Severity.Warning,
                _ => Severity.Note,
            });
    }

    private void Parse(string source, IReadOnlyList<string> arguments)
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
                Filename = Own(_name),
                Contents = Own(source),
                Length = (ulong)Encoding.UTF8.GetByteCount(source),
            };
            byte** argv = stackalloc byte*[arguments.Count];
            for (int i = 0; i < arguments.Count; i++)
            {
                argv[i] = Own(arguments[i]);
            }
            CXTranslationUnitImpl* unit;
            CXErrorCode error = clang_parseTranslationUnit2(
                _index, file.Filename, argv, arguments.Count, &file, 1,
                (uint)(CXTranslationUnit_SkipFunctionBodies | CXTranslationUnit_DetailedPreprocessingRecord), &unit);
            if (error != CXErrorCode.CXError_Success)
            {
                throw new InputException(new SourcePlace(_name), $"libclang gave up on the headers ({error})");
            }
            _unit = unit;
        }
        finally
        {
            owned.ForEach(Marshal.FreeCoTaskMem);
        }
    }
}
