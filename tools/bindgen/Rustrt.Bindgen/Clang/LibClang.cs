using System.Runtime.InteropServices;

namespace Rustrt.Bindgen.Clang;

/// <summary>The functions of libclang's C API that the parser uses. <see cref="LibClangLibrary"/> says which file they come from.</summary>
internal static unsafe partial class LibClang
{
    public const string Library = "libclang";

    [LibraryImport(Library)]
    public static partial void* clang_createIndex(int excludeDeclarationsFromPch, int displayDiagnostics);

    [LibraryImport(Library)]
    public static partial void clang_disposeIndex(void* index);

    [LibraryImport(Library)]
    public static partial int clang_parseTranslationUnit2(
        void* index,
        byte* sourceFilename,
        byte** commandLineArgs,
        int numCommandLineArgs,
        CXUnsavedFile* unsavedFiles,
        uint numUnsavedFiles,
        uint options,
        void** translationUnit);

    [LibraryImport(Library)]
    public static partial void clang_disposeTranslationUnit(void* unit);

    [LibraryImport(Library)]
    public static partial CXCursor clang_getTranslationUnitCursor(void* unit);

    [LibraryImport(Library)]
    public static partial uint clang_visitChildren(
        CXCursor parent,
        delegate* unmanaged[Cdecl]<CXCursor, CXCursor, void*, CXChildVisitResult> visitor,
        void* clientData);

    [LibraryImport(Library)]
    public static partial uint clang_getNumDiagnostics(void* unit);

    [LibraryImport(Library)]
    public static partial void* clang_getDiagnostic(void* unit, uint index);

    [LibraryImport(Library)]
    public static partial void clang_disposeDiagnostic(void* diagnostic);

    [LibraryImport(Library)]
    public static partial CXDiagnosticSeverity clang_getDiagnosticSeverity(void* diagnostic);

    [LibraryImport(Library)]
    public static partial CXString clang_getDiagnosticSpelling(void* diagnostic);

    [LibraryImport(Library)]
    public static partial CXSourceLocation clang_getDiagnosticLocation(void* diagnostic);

    [LibraryImport(Library)]
    public static partial void clang_getExpansionLocation(
        CXSourceLocation location, void** file, uint* line, uint* column, uint* offset);

    [LibraryImport(Library)]
    public static partial CXString clang_getFileName(void* file);

    [LibraryImport(Library)]
    public static partial byte* clang_getCString(CXString text);

    [LibraryImport(Library)]
    public static partial void clang_disposeString(CXString text);

    [LibraryImport(Library)]
    public static partial CXString clang_getClangVersion();

    [LibraryImport(Library)]
    public static partial CXString clang_getCursorSpelling(CXCursor cursor);

    [LibraryImport(Library)]
    public static partial CXSourceLocation clang_getCursorLocation(CXCursor cursor);

    [LibraryImport(Library)]
    public static partial CXType clang_getCursorType(CXCursor cursor);

    [LibraryImport(Library)]
    public static partial uint clang_isCursorDefinition(CXCursor cursor);

    [LibraryImport(Library)]
    public static partial CXCursor clang_getCursorDefinition(CXCursor cursor);

    [LibraryImport(Library)]
    public static partial uint clang_Cursor_isBitField(CXCursor cursor);

    [LibraryImport(Library)]
    public static partial int clang_Cursor_isNull(CXCursor cursor);

    [LibraryImport(Library)]
    public static partial long clang_Cursor_getOffsetOfField(CXCursor cursor);

    [LibraryImport(Library)]
    public static partial int clang_Cursor_getNumArguments(CXCursor cursor);

    [LibraryImport(Library)]
    public static partial CXCursor clang_Cursor_getArgument(CXCursor cursor, uint index);

    [LibraryImport(Library)]
    public static partial CXStorageClass clang_Cursor_getStorageClass(CXCursor cursor);

    [LibraryImport(Library)]
    public static partial CXType clang_getEnumDeclIntegerType(CXCursor cursor);

    [LibraryImport(Library)]
    public static partial long clang_getEnumConstantDeclValue(CXCursor cursor);

    [LibraryImport(Library)]
    public static partial ulong clang_getEnumConstantDeclUnsignedValue(CXCursor cursor);

    [LibraryImport(Library)]
    public static partial CXType clang_getTypedefDeclUnderlyingType(CXCursor cursor);

    [LibraryImport(Library)]
    public static partial CXString clang_getTypeSpelling(CXType type);

    [LibraryImport(Library)]
    public static partial CXType clang_getCanonicalType(CXType type);

    [LibraryImport(Library)]
    public static partial uint clang_isConstQualifiedType(CXType type);

    [LibraryImport(Library)]
    public static partial CXCursor clang_getTypeDeclaration(CXType type);

    [LibraryImport(Library)]
    public static partial CXType clang_getPointeeType(CXType type);

    [LibraryImport(Library)]
    public static partial CXType clang_getArrayElementType(CXType type);

    [LibraryImport(Library)]
    public static partial long clang_getArraySize(CXType type);

    [LibraryImport(Library)]
    public static partial CXType clang_getResultType(CXType type);

    [LibraryImport(Library)]
    public static partial int clang_getNumArgTypes(CXType type);

    [LibraryImport(Library)]
    public static partial CXType clang_getArgType(CXType type, uint index);

    [LibraryImport(Library)]
    public static partial uint clang_isFunctionTypeVariadic(CXType type);

    [LibraryImport(Library)]
    public static partial CXType clang_Type_getNamedType(CXType type);

    [LibraryImport(Library)]
    public static partial long clang_Type_getSizeOf(CXType type);

    [LibraryImport(Library)]
    public static partial long clang_Type_getAlignOf(CXType type);

    [LibraryImport(Library)]
    public static partial CXString clang_Cursor_getRawCommentText(CXCursor cursor);

    [LibraryImport(Library)]
    public static partial CXSourceRange clang_Cursor_getCommentRange(CXCursor cursor);

    [LibraryImport(Library)]
    public static partial CXSourceRange clang_getCursorExtent(CXCursor cursor);

    [LibraryImport(Library)]
    public static partial CXSourceLocation clang_getRangeStart(CXSourceRange range);

    [LibraryImport(Library)]
    public static partial CXSourceLocation clang_getRangeEnd(CXSourceRange range);

    [LibraryImport(Library)]
    public static partial CXCursor clang_getCanonicalCursor(CXCursor cursor);

    [LibraryImport(Library)]
    public static partial int clang_getFieldDeclBitWidth(CXCursor cursor);

    [LibraryImport(Library)]
    public static partial uint clang_Type_visitFields(
        CXType type, delegate* unmanaged[Cdecl]<CXCursor, void*, CXVisitorResult> visitor, void* clientData);

    [LibraryImport(Library)]
    public static partial CXType clang_Type_getValueType(CXType type);

    [LibraryImport(Library)]
    public static partial uint clang_Cursor_isFunctionInlined(CXCursor cursor);

    [LibraryImport(Library)]
    public static partial uint clang_Cursor_isMacroFunctionLike(CXCursor cursor);

    [LibraryImport(Library)]
    public static partial void* clang_getIncludedFile(CXCursor cursor);

    [LibraryImport(Library)]
    public static partial void* clang_Cursor_Evaluate(CXCursor cursor);

    [LibraryImport(Library)]
    public static partial void clang_EvalResult_dispose(void* result);

    [LibraryImport(Library)]
    public static partial CXEvalResultKind clang_EvalResult_getKind(void* result);

    [LibraryImport(Library)]
    public static partial long clang_EvalResult_getAsLongLong(void* result);

    [LibraryImport(Library)]
    public static partial uint clang_EvalResult_isUnsignedInt(void* result);

    [LibraryImport(Library)]
    public static partial ulong clang_EvalResult_getAsUnsigned(void* result);

    [LibraryImport(Library)]
    public static partial double clang_EvalResult_getAsDouble(void* result);

    [LibraryImport(Library)]
    public static partial byte* clang_EvalResult_getAsStr(void* result);
}
