using System.Text.Json;

namespace Rustrt.Migrate.Bench.Peers;

/// <summary>What is in the way of rows that fall short: benchmarks/peers.json.</summary>
internal static class InTheWay
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

    /// <summary>The reasons by row.</summary>
    /// <exception cref="UserErrorException">The file does not say what it should.</exception>
    public static IReadOnlyDictionary<string, string> Read(string file)
    {
        try
        {
            return Parse(File.ReadAllText(file));
        }
        catch (Exception error) when (error is JsonException or InvalidDataException or FileNotFoundException)
        {
            throw new UserErrorException(ExitCode.Failures, $"{file}: {error.Message}");
        }
    }

    public static IReadOnlyDictionary<string, string> Parse(string json)
    {
        var reasons = JsonSerializer.Deserialize<Dictionary<string, string>>(json, s_options)!;
        var rows = PeerRow.All.Select(row => row.Name).Concat(GrowthRow.All.Select(row => row.Name));
        return reasons.Keys.Except(rows).FirstOrDefault() is { } unknown
            ? throw new InvalidDataException($"there is no row '{unknown}'") : reasons;
    }

    /// <summary>The reason of a row that falls short.</summary>
    public static string Of(this IReadOnlyDictionary<string, string> reasons, string row) => reasons.GetValueOrDefault(row, "not yet looked into");
}
