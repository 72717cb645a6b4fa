using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Bindgen.Tests.Support;
using Rustrt.Bindgen.Clang;
using Rustrt.Bindgen.Emitting;

namespace Bindgen.Tests;

/// <summary>
/// Each supported libclang gives the same bytes. LibraryTests compares what becomes of the libraries' headers; here are our own
/// headers, and the numbers of libclang that the parser goes by.
/// </summary>
public sealed partial class LibClangVersionTests
{
    private static readonly string[] s_parser = ["Clang", "Parsing"];

    public static TheoryData<int> Versions => [.. LibClangs.Versions];

    [Theory]
    [MemberData(nameof(Versions))]
    public void The_golden_files_are_the_same(int version) => Assert.Equal(new Outcome(0, "", ""), LibClangs.Bindgen(
        version, "--header", Repository.Golden("small.h"), "--manifest", Repository.Golden("manifest.json"),
        "--emit", string.Join(',', Models.Words), "--out", Repository.Golden("expected"), "--check"));

    [Theory]
    [MemberData(nameof(Versions))]
    public void The_repository_s_generated_files_are_the_same(int version) => Assert.Equal(new Outcome(0, "", ""), LibClangs.Bindgen(
        version, [.. Repository.Headers.SelectMany(header => new[] { "--header", header }),
            "--emit", Models.WordsOfRepository, "--manifest", Repository.Manifest, "--out", Repository.Generated, "--check"]));

    [Theory]
    [MemberData(nameof(Versions))]
    public void The_binding_of_libclang_itself_is_the_same(int version) => Assert.Equal(new Outcome(0, "", ""), LibClangs.Bindgen(
        version, "--header", "clang-c/Index.h", "--include", LibClangs.Headers, "--manifest", Repository.LibClangManifest,
        "--emit", "pinvoke", "--out", Repository.LibClangBinding, "--check"));

    [Theory]
    [MemberData(nameof(Versions))]
    public void What_is_said_and_left_out_is_the_same(int version)
    {
        using var folder = new TempFolder();
        string header = folder.Write("header.h", """
            #define TWICE 1
            #define TWICE 2
            static int kept(void) { return TWICE; }
            inline int inlined(void) { return TWICE; }
            extern inline int exported(void) { return TWICE; }
            extern int variable;
            """);

        Outcome outcome = LibClangs.Bindgen(version, "--header", header, "--library", "libx.so", "--namespace", "X", "--out", folder.File("out"));

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(
            ["2:9: warning: 'TWICE' macro redefined [-Wmacro-redefined]", "1:9: note: previous definition is here",
                "3:12: warning: function \"kept\" is left out", "4:12: warning: function \"inlined\" is left out",
                "6:12: warning: variable \"variable\" is left out"],
            outcome.Errors.TrimEnd().Split('\n').Select(line => line[(header.Length + 1)..].Split(": it is")[0].Split(": C# has")[0]));
        Assert.Contains("int exported()", File.ReadAllText(folder.File("out/NativeMethods.g.cs")), StringComparison.Ordinal);
    }

    /// <summary>
    /// Numbers of cursors have moved before (that of a translation unit, in version 15). Each library says itself what a number
    /// is called; those that the parser goes by must be called as in the library that the binding was made for.
    /// </summary>
    [Theory]
    [MemberData(nameof(Versions))]
    public void The_kinds_that_the_parser_goes_by_have_the_same_numbers(int version)
    {
        using var expected = new Spellings(14);
        using var actual = new Spellings(version);
        string[] cursors = UsedByTheParser<CXCursorKind>();
        string[] types = UsedByTheParser<CXTypeKind>();

        Assert.Contains("CXCursor_InclusionDirective", cursors);
        Assert.Contains("CXType_Atomic", types);
        Assert.Equal(cursors.Select(name => expected.Of(Enum.Parse<CXCursorKind>(name))), cursors.Select(name => actual.Of(Enum.Parse<CXCursorKind>(name))));
        Assert.Equal(types.Select(name => expected.Of(Enum.Parse<CXTypeKind>(name))), types.Select(name => actual.Of(Enum.Parse<CXTypeKind>(name))));
    }

    [Fact]
    public void A_number_that_moved_would_be_seen()
    {
        using var before = new Spellings(14);
        using var after = new Spellings(19);

        Assert.NotEqual(before.Of(CXCursorKind.CXCursor_TranslationUnit), after.Of(CXCursorKind.CXCursor_TranslationUnit));
    }

    /// <summary>The enumerators that the sources of the parser mention.</summary>
    private static string[] UsedByTheParser<TEnum>()
        where TEnum : struct, Enum
    {
        var all = Enum.GetNames<TEnum>().ToHashSet(StringComparer.Ordinal);
        return [.. s_parser
            .SelectMany(folder => Directory.GetFiles(Path.Combine(Repository.Root, "tools/bindgen/Rustrt.Bindgen", folder), "*.cs"))
            .SelectMany(file => Enumerator().Matches(File.ReadAllText(file)).Select(match => match.Value))
            .Where(all.Contains)
            .Distinct()
            .Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"\bCX\w+")]
    private static partial Regex Enumerator();

    /// <summary>A libclang beside the one that the process binds with, asked for nothing but names.</summary>
    private sealed unsafe class Spellings(int version) : IDisposable
    {
        private readonly nint _library = NativeLibrary.Load(LibClangs.File(version));

        public string Of(CXCursorKind kind) =>
            Take(((delegate* unmanaged[Cdecl]<CXCursorKind, CXString>)NativeLibrary.GetExport(_library, "clang_getCursorKindSpelling"))(kind));

        public string Of(CXTypeKind kind) =>
            Take(((delegate* unmanaged[Cdecl]<CXTypeKind, CXString>)NativeLibrary.GetExport(_library, "clang_getTypeKindSpelling"))(kind));

        public void Dispose() => NativeLibrary.Free(_library);

        private string Take(CXString text)
        {
            string taken = Marshal.PtrToStringUTF8(
                (nint)((delegate* unmanaged[Cdecl]<CXString, byte*>)NativeLibrary.GetExport(_library, "clang_getCString"))(text)) ?? "";
            ((delegate* unmanaged[Cdecl]<CXString, void>)NativeLibrary.GetExport(_library, "clang_disposeString"))(text);
            return taken;
        }
    }
}
