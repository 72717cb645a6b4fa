using Rustrt.Bindgen.Emitting.CSharp;
using Rustrt.Bindgen.Emitting.CSharp.Facade;
using Rustrt.Bindgen.Emitting.Reference;
using Rustrt.Bindgen.Emitting.Router;

namespace Rustrt.Bindgen.Emitting;

/// <summary>Everything that bindgen writes, by the words that ask for it.</summary>
public static class Emitters
{
    private const string Imports = "pinvoke", Services = "services", Facade = "facade", TaskFacade = "task-facade";

    private static readonly (string Word, Func<ImportsClass, IEmitter[]> Emitters)[] s_kinds =
    [
        (Imports, imports =>
        [
            new TypesEmitter(), new ConstantsEmitter(), new NativeMethodsEmitter(imports),
            new HandlesEmitter(), new OverloadsEmitter(), new ArgumentsEmitter(),
        ]),
        (Services, imports => [new ServiceInterfacesEmitter(), new LegacyServicesEmitter(imports)]),
        (Facade, _ => [new FacadeEmitter(), new RegistryEmitter(), new ChosenServicesEmitter(), new ObservedServicesEmitter()]),
        (TaskFacade, _ => [new TaskFacadeEmitter()]),
        ("exports", _ => [new ExportsEmitter(), new ExportTableEmitter(), new EntryPointEmitter()]),
        ("router", _ => [new SymbolListEmitter(), new StubsEmitter(), new UpcallsEmitter(), new VersionScriptEmitter()]),
        ("layout-tests", _ => [new LayoutTestsEmitter(), new LayoutProgramEmitter()]),
        ("reference", _ => [new ReferenceEmitter()]),
        ("coverage", _ => [new CoverageEmitter()]),
        ("model", _ => [new ModelEmitter()]),
    ];

    /// <summary>What moving a library to C# needs; the rest is for those who ask.</summary>
    public static IReadOnlyList<string> Usual { get; } = [Imports, Services, "exports", "router", "coverage"];

    public static IReadOnlyList<string> Words { get; } = [.. s_kinds.Select(kind => kind.Word)];

    /// <exception cref="UsageException">A word is unknown, or lacks others that it needs.</exception>
    public static IReadOnlyList<IEmitter> Of(IReadOnlyCollection<string> words)
    {
        string? unknown = words.FirstOrDefault(word => !Words.Contains(word, StringComparer.Ordinal));
        if (unknown != null)
        {
            throw new UsageException($"--emit {unknown}: known are {string.Join(", ", Words)}");
        }
        bool hasFacade = words.Contains(Facade), hasTaskFacade = words.Contains(TaskFacade);
        if (hasTaskFacade && (hasFacade || !words.Contains(Imports)))
        {
            throw new UsageException($"--emit {TaskFacade} needs {Imports} beside it and takes the place of {Facade}, as in --emit {Imports},{TaskFacade}");
        }
        if (hasFacade && !(words.Contains(Imports) && words.Contains(Services)))
        {
            // It takes the name of the imports, which must then have another.
            throw new UsageException($"--emit {Facade} needs {Imports} and {Services} beside it, as in --emit {Imports},{Services},{Facade}");
        }
        ImportsClass imports = hasFacade || hasTaskFacade ? ImportsClass.BehindFacade : ImportsClass.Public;
        return [.. s_kinds.Where(kind => words.Contains(kind.Word, StringComparer.Ordinal)).SelectMany(kind => kind.Emitters(imports))];
    }
}
