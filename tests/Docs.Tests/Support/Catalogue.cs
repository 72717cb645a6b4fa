using System.Text.Json;

namespace Rustrt.Docs.Tests.Support;

/// <summary>A unit of the switch.</summary>
internal sealed record Unit(string Name, IReadOnlyList<string> Services, IReadOnlyList<Need> Needs)
{
    /// <summary>No edge binds it to another unit.</summary>
    public bool IsAlone(IReadOnlyList<Unit> all) => Needs.Count == 0 && all.All(other => other.Needs.All(need => need.Unit != Name));
}

/// <summary>An edge to another unit, which cannot be on a different side yet.</summary>
internal sealed record Need(string Unit, string Reason);

/// <summary>A function of the old API, and who serves it.</summary>
internal sealed record Function(string Name, string Service, string Unit, bool InNew, bool Native);

/// <summary>The units, and what each side serves of them.</summary>
internal static class Catalogue
{
    private static readonly Lazy<IReadOnlyList<Function>> s_functions = new(ReadFunctions);

    /// <summary>In the catalogue's order.</summary>
    public static IReadOnlyList<Unit> Units { get; } = ReadUnits();

    public static IReadOnlyList<Function> Functions => s_functions.Value;

    private static IReadOnlyList<Unit> ReadUnits()
    {
        using var catalogue = JsonDocument.Parse(Repository.Read("src/Compat/catalogue.json"));
        return [.. catalogue.RootElement.GetProperty("units").EnumerateArray().Select(unit => new Unit(unit.GetProperty("name").GetString()!,
            [.. unit.GetProperty("services").EnumerateArray().Select(service => service.GetString()!)],
            unit.TryGetProperty("needs", out var needs)
                ? [.. needs.EnumerateArray().Select(need => new Need(need.GetProperty("unit").GetString()!, need.GetProperty("reason").GetString()!))]
                : []))];
    }

    private static IReadOnlyList<Function> ReadFunctions()
    {
        return [.. ReadFunctions("src/Compat/Generated/coverage.g.json"), .. ReadFunctions("src/Compat/Library/Generated/coverage.g.json")];
    }

    private static List<Function> ReadFunctions(string file)
    {
        using var coverage = JsonDocument.Parse(Repository.Read(file));
        return [.. coverage.RootElement.GetProperty("symbols").EnumerateArray().Select(symbol => new Function(symbol.GetProperty("name").GetString()!,
            symbol.GetProperty("service").GetString()!, symbol.GetProperty("unit").GetString()!,
            symbol.GetProperty("newServes").GetBoolean(), symbol.GetProperty("native").GetBoolean()))];
    }
}
