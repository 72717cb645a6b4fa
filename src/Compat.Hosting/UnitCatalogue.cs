using System.Text.Json;
using Rustrt.Bindgen.Runtime.Switch;

namespace Rustrt.Compat.Hosting;

/// <summary>The units of librustrt.so: src/Compat/catalogue.json.</summary>
internal static class UnitCatalogue
{
    public static SwitchCatalogue Units { get; } = Read();

    private static SwitchCatalogue Read()
    {
        using Stream stream = typeof(UnitCatalogue).Assembly.GetManifestResourceStream("catalogue.json")!;
        using var json = JsonDocument.Parse(stream);
        JsonElement root = json.RootElement;
        return new SwitchCatalogue(
            root.GetProperty("prefix").GetString()!,
            root.GetProperty("library").GetString()!,
            [.. root.GetProperty("units").EnumerateArray().Select(unit => new SwitchUnit(
                unit.GetProperty("name").GetString()!,
                [.. unit.GetProperty("services").EnumerateArray().Select(service => service.GetString()!)],
                [.. unit.TryGetProperty("needs", out JsonElement needs) ? needs.EnumerateArray().Select(need => new SwitchNeed(
                    need.GetProperty("unit").GetString()!, need.GetProperty("reason").GetString()!)) : []]))]);
    }
}
