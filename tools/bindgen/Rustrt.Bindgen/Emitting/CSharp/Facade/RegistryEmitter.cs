using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.CSharp.Facade;

/// <summary>Facade/ZlibServices.g.cs: where a program registers its services, and asks who serves what.</summary>
internal sealed class RegistryEmitter : IEmitter
{
    public IEnumerable<GeneratedFile> Emit(BindingModel model)
    {
        string name = CSharpNames.Registry(model);
        IReadOnlyList<ApiService> services = model.Services;
        CodeWriter code = Banner.CSharp(model)
            .Line("using Rustrt.Bindgen.Runtime.Facade;")
            .Line("using Rustrt.Bindgen.Runtime.Switch;")
            .Line()
            .Line($"namespace {model.Namespace};")
            .Line()
            .Line($"/// <summary>Who serves {model.Library}: programs register their services, and {model.Prefix}_SWITCH chooses at the first call.</summary>")
            .Open($"{model.Visibility} static class {name}")
            .Line($"internal static readonly ServiceSwitch Switch = new(")
            .Line($"    typeof({name}),")
            .Line($"    \"{model.ImportName}\",")
            .Line($"    new SwitchCatalogue(\"{model.Prefix}\", \"{model.Library}\",")
            .Line("    [");
        foreach (ApiUnit unit in model.Units)
        {
            // A service that has no functions has no interface, and nobody could register it.
            IEnumerable<string> served = unit.Services.Where(service => services.Any(s => s.Name == service));
            string list = string.Join(", ", served.Select(service => $"\"{service}\""));
            string needs = string.Join(", ", unit.Needs.Select(need => $"new SwitchNeed(\"{need.Unit}\", \"{need.Reason}\")"));
            code.Line($"        new SwitchUnit(\"{unit.Name}\", [{list}], [{needs}]),");
        }
        code.Line("    ]),")
            .Line("    new ProcessEnvironment());")
            .Line()
            .Line("/// <inheritdoc cref=\"ServiceSwitch.GetUnits\"/>")
            .Line("public static IReadOnlyList<UnitState> Units => Switch.GetUnits();")
            .Line()
            .Line("/// <inheritdoc cref=\"ServiceSwitch.Decide\"/>")
            .Line("public static void Decide() => Switch.Decide();");
        foreach (ApiService service in services)
        {
            code.Line()
                .Line($"/// <summary>Registers the managed service {service.Name}, for settings that want it; before the first call.</summary>")
                .Line("/// <exception cref=\"InvalidOperationException\">It comes too late.</exception>")
                .Line($"public static void Use({CSharpNames.Interface(service)} service) => Switch.Use(\"{service.Name}\", service);");
        }
        yield return new GeneratedFile($"Facade/{name}.g.cs", code.Close().ToString());
    }
}
