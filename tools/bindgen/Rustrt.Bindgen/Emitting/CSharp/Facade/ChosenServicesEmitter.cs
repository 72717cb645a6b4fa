using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.CSharp.Facade;

/// <summary>
/// Facade/Chosen*.g.cs: the implementation of each service, chosen at its first call. It is a static readonly field, which the JIT
/// takes for a constant, so that calls are direct from then on.
/// </summary>
internal sealed class ChosenServicesEmitter : IEmitter
{
    public IEnumerable<GeneratedFile> Emit(BindingModel model)
    {
        foreach (ApiService service in model.Services)
        {
            string name = CSharpNames.Chosen(service);
            yield return new GeneratedFile($"Facade/{name}.g.cs", Banner.CSharp(model)
                .Line($"namespace {model.Namespace};")
                .Line()
                .Line($"/// <summary>Service {service.Name}, by the backend that the switch chose.</summary>")
                .Open($"internal static class {name}")
                .Line($"internal static readonly {CSharpNames.Interface(service)} Service = {CSharpNames.Registry(model)}.Switch.Choose<{CSharpNames.Interface(service)}>(")
                .Line($"    \"{service.Name}\",")
                .Line($"    static () => new {CSharpNames.Legacy(service)}(),")
                .Line($"    static (service, calls) => new {CSharpNames.Observed(service)}(service, calls));")
                .Line()
                .Line("// Without it the runtime may fill the field before the first call, when nothing is registered yet.")
                .Open($"static {name}()")
                .Close()
                .Close()
                .ToString());
        }
    }
}
