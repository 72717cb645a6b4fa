using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Bound.Clang;
using static Bound.Clang.NativeMethods;

/// <summary>Parses a line from memory and visits what it declares: strings and cursors by value, and a callback.</summary>
internal static unsafe class ClangCalls
{
    public static void Run()
    {
        void* index = clang_createIndex(0, 0);
        fixed (byte* name = "line.h"u8, line = "int f(void); struct s { int a; };"u8)
        {
            var file = new CXUnsavedFile { Filename = name, Contents = line, Length = 33 };
            CXTranslationUnitImpl* unit;
            Expect.Equal(CXErrorCode.CXError_Success, clang_parseTranslationUnit2(index, name, null, 0, &file, 1, 0, &unit));
            Expect.Equal(0u, clang_getNumDiagnostics(unit));
            List<string> seen = [];
            var handle = GCHandle.Alloc(seen);
            Expect.Equal(0u, clang_visitChildren(clang_getTranslationUnitCursor(unit), &Visit, (void*)GCHandle.ToIntPtr(handle)));
            handle.Free();
            Expect.Equal("FunctionDecl f, StructDecl s, FieldDecl a", string.Join(", ", seen));
            clang_disposeTranslationUnit(unit);
        }
        clang_disposeIndex(index);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static CXChildVisitResult Visit(CXCursor cursor, CXCursor parent, void* seen)
    {
        ((List<string>)GCHandle.FromIntPtr((nint)seen).Target!).Add(
            $"{Take(clang_getCursorKindSpelling(clang_getCursorKind(cursor)))} {Take(clang_getCursorSpelling(cursor))}");
        return CXChildVisitResult.CXChildVisit_Recurse;
    }

    private static string? Take(CXString text)
    {
        string? taken = Marshal.PtrToStringUTF8((nint)clang_getCString(text));
        clang_disposeString(text);
        return taken;
    }
}
