using System.Runtime.InteropServices;

namespace Rustrt.Bindgen.Clang;

// The structs and numbers of clang-c/Index.h that the parser uses. They are part of libclang's stable ABI: their layout and
// values are the same in every version from 3.x on.

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct CXString
{
    public void* Data;
    public uint PrivateFlags;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct CXCursor
{
    public CXCursorKind Kind;
    public int ExtraData;
    public void* Data0;
    public void* Data1;
    public void* Data2;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct CXType
{
    public CXTypeKind Kind;
    public void* Data0;
    public void* Data1;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct CXSourceLocation
{
    public void* Data0;
    public void* Data1;
    public uint IntData;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct CXSourceRange
{
    public void* Data0;
    public void* Data1;
    public uint BeginData;
    public uint EndData;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct CXUnsavedFile
{
    public byte* Filename;
    public byte* Contents;
    public nuint Length;
}

internal enum CXCursorKind
{
    StructDecl = 2,
    UnionDecl = 3,
    EnumDecl = 5,
    FieldDecl = 6,
    EnumConstantDecl = 7,
    FunctionDecl = 8,
    VarDecl = 9,
    ParmDecl = 10,
    TypedefDecl = 20,
    UnexposedExpr = 100,
    StringLiteral = 109,
    ParenExpr = 111,
    CStyleCastExpr = 117,
    AnnotateAttr = 406,
    MacroDefinition = 501,
    InclusionDirective = 503,
}

internal enum CXTypeKind
{
    Void = 2,
    Bool = 3,
    CharU = 4,
    UChar = 5,
    UShort = 8,
    UInt = 9,
    ULong = 10,
    ULongLong = 11,
    CharS = 13,
    SChar = 14,
    Short = 16,
    Int = 17,
    Long = 18,
    LongLong = 19,
    Float = 21,
    Double = 22,
    LongDouble = 23,
    Pointer = 101,
    Record = 105,
    Enum = 106,
    Typedef = 107,
    FunctionNoProto = 110,
    FunctionProto = 111,
    ConstantArray = 112,
    IncompleteArray = 114,
    Atomic = 177,
}

internal enum CXDiagnosticSeverity
{
    Ignored,
    Note,
    Warning,
    Error,
    Fatal,
}

internal enum CXStorageClass
{
    Invalid,
    None,
    Extern,
    Static,
}

internal enum CXChildVisitResult
{
    Break,
    Continue,
    Recurse,
}

internal enum CXVisitorResult
{
    Break,
    Continue,
}

internal enum CXEvalResultKind
{
    UnExposed,
    Int,
    Float,
    ObjCStrLiteral,
    StrLiteral,
}
