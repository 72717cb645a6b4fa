using System.Text.Json;

namespace Rustrt.Parity.Calls;

/// <summary>How often the functions of a unit were called, by the side that served them.</summary>
/// <param name="Legacy">Calls that the legacy side served.</param>
/// <param name="New">Calls that the new side served.</param>
public sealed record UnitCalls(long Legacy, long New);

/// <summary>What the router writes at exit to the file that RUSTRT_CALLS names.</summary>
/// <param name="Switch">The setting, as the router understood it.</param>
/// <param name="Units">The counts by unit.</param>
public sealed record CallReport(string Switch, IReadOnlyDictionary<string, UnitCalls> Units)
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

    /// <summary>The report in a file, or null when there is none: a process that ends by abort or a signal leaves none.</summary>
    public static CallReport? TryRead(string file) => File.Exists(file) && new FileInfo(file).Length > 0 ? Parse(File.ReadAllText(file)) : null;

    /// <summary>Reads the router's JSON.</summary>
    /// <exception cref="InvalidDataException">It is not what the router writes.</exception>
    public static CallReport Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<CallReport>(json, s_options) is { Units: not null } report ? report
                : throw new InvalidDataException("the call report has no units");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"the call report is not what the router writes: {error.Message}", error);
        }
    }
}
