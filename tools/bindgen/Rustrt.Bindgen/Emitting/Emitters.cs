using Rustrt.Bindgen.Emitting.CSharp;
using Rustrt.Bindgen.Emitting.Router;

namespace Rustrt.Bindgen.Emitting;

/// <summary>Everything that bindgen writes.</summary>
public static class Emitters
{
    public static IReadOnlyList<IEmitter> All { get; } =
    [
        new TypesEmitter(),
        new NativeMethodsEmitter(),
        new ServiceInterfacesEmitter(),
        new LegacyServicesEmitter(),
        new ExportsEmitter(),
        new ExportTableEmitter(),
        new SymbolListEmitter(),
        new StubsEmitter(),
        new UpcallsEmitter(),
        new VersionScriptEmitter(),
        new CoverageEmitter(),
    ];
}
