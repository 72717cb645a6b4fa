using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rustrt.Parity.Report;

/// <summary>A report as JSON, for other programs to read.</summary>
public static class ParityJson
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes a report.</summary>
    public static string Write(ParityReport report) => JsonSerializer.Serialize(report, s_options);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static ParityReport Read(string json) => JsonSerializer.Deserialize<ParityReport>(json, s_options)
        ?? throw new InvalidDataException("no parity report");
}
