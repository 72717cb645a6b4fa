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
        return reasons.Keys.FirstOrDefault(name => PeerRow.All.All(row => row.Name != name)) is { } unknown
            ? throw new InvalidDataException($"there is no row '{unknown}'") : reasons;
    }
}
