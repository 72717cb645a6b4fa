using Rustrt.Bindgen.Emitting.CSharp;
using Rustrt.Bindgen.Emitting.Router;

namespace Rustrt.Bindgen.Emitting;

/// <summary>Everything that bindgen writes, by the words that ask for it.</summary>
public static class Emitters
{
    private static readonly (string Word, IReadOnlyList<IEmitter> Emitters)[] s_kinds =
    [
        ("pinvoke", [new TypesEmitter(), new ConstantsEmitter(), new NativeMethodsEmitter(), new HandlesEmitter(), new OverloadsEmitter(), new ArgumentsEmitter()]),
        ("services", [new ServiceInterfacesEmitter(), new LegacyServicesEmitter()]),
        ("exports", [new ExportsEmitter(), new ExportTableEmitter(), new EntryPointEmitter()]),
        ("router", [new SymbolListEmitter(), new StubsEmitter(), new UpcallsEmitter(), new VersionScriptEmitter()]),
        ("coverage", [new CoverageEmitter()]),
        ("layout-tests", [new LayoutTestsEmitter(), new LayoutProgramEmitter()]),
        ("model", [new ModelEmitter()]),
    ];

    /// <summary>What moving a library to C# needs; the rest is for those who ask.</summary>
    public static IReadOnlyList<string> Usual { get; } = ["pinvoke", "services", "exports", "router", "coverage"];

    public static IReadOnlyList<string> Words { get; } = [.. s_kinds.Select(kind => kind.Word)];

    /// <exception cref="UsageException">A word is unknown.</exception>
    public static IReadOnlyList<IEmitter> Of(IReadOnlyCollection<string> words)
    {
        string? unknown = words.FirstOrDefault(word => !Words.Contains(word, StringComparer.Ordinal));
        return unknown == null
            ? [.. s_kinds.Where(kind => words.Contains(kind.Word, StringComparer.Ordinal)).SelectMany(kind => kind.Emitters)]
            : throw new UsageException($"--emit {unknown}: known are {string.Join(", ", Words)}");
    }
}
