using System.Text.Json;
using Rustrt.Migrate.Build;
using Rustrt.Migrate.Elf;

namespace Rustrt.Migrate.Services;

/// <summary>A function of the old API, as the generator knows it.</summary>
internal sealed record CoveredSymbol(string Name, string Service, string Unit, bool NewServes, string Library = RepositoryLayout.LibraryName);

/// <summary>What a program uses of one service.</summary>
internal sealed record ServiceUse(string Service, string Unit, IReadOnlyList<string> Functions, IReadOnlyList<string> NotServedByNew);

/// <summary>The generated lists of all functions, coverage.g.json of either library.</summary>
internal sealed record Coverage(IReadOnlyList<CoveredSymbol> Symbols)
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

    /// <exception cref="UserErrorException">A list is missing or no list.</exception>
    public static Coverage Read(RepositoryLayout layout) => new(
        [.. Read(layout, layout.At("src", "Compat", "Generated", "coverage.g.json")).Symbols,
            .. Read(layout, layout.At("src", "Compat", "Library", "Generated", "coverage.g.json")).Symbols]);

    private static Coverage Read(RepositoryLayout layout, string file)
    {
        try
        {
            return Parse(File.ReadAllText(file));
        }
        catch (Exception error) when (error is IOException or JsonException)
        {
            throw new UserErrorException(ExitCode.Failures, $"{layout.Shown(file)}: {error.Message}; './migrate bindgen' writes it.");
        }
    }

    public static Coverage Parse(string json) => JsonSerializer.Deserialize<GeneratedList>(json, s_options) is { Symbols: not null } list
        ? new([.. list.Symbols.Select(symbol => symbol with { Library = list.Library })]) : throw new JsonException("it has no symbols");

    /// <summary>The services whose functions a program imports.</summary>
    public IReadOnlyList<ServiceUse> UsedBy(ElfImage program) => UsedBy(program.Imports);

    /// <summary>The services that some functions belong to; names of no function of the old API are passed by.</summary>
    public IReadOnlyList<ServiceUse> UsedBy(IEnumerable<string> functions)
    {
        var imported = functions.ToHashSet(StringComparer.Ordinal);
        return [.. Symbols.Where(symbol => imported.Contains(symbol.Name)).GroupBy(symbol => (symbol.Service, symbol.Unit))
            .OrderBy(group => group.Key.Unit, StringComparer.Ordinal).ThenBy(group => group.Key.Service, StringComparer.Ordinal)
            .Select(group => new ServiceUse(group.Key.Service, group.Key.Unit, [.. group.Select(symbol => symbol.Name)],
                [.. group.Where(symbol => !symbol.NewServes).Select(symbol => symbol.Name)]))];
    }

    private sealed record GeneratedList(string Library, IReadOnlyList<CoveredSymbol> Symbols);
}
