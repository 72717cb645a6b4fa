using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rustrt.Migrate.Bench.Peers;

/// <summary>What a run of the table has measured; what to make of it is the matter of <see cref="PeersReport"/>.</summary>
internal sealed record PeersFigures(DateTimeOffset Date, string Machine, int Rounds, int WarmMs, IReadOnlyList<PeerState> Peers,
    IReadOnlyList<PeerRowResult> Rows, IReadOnlyList<WorkloadResult> Growth, IReadOnlyList<PeerFailure> Failures)
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The figures of an earlier run.</summary>
    /// <exception cref="UserErrorException">The file is not what bench --suite peers --json writes.</exception>
    public static PeersFigures Read(string file)
    {
        try
        {
            return Parse(File.ReadAllText(file));
        }
        catch (Exception error) when (error is JsonException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException(ExitCode.Usage, $"--from {file}: {error.Message} Expected is what './migrate bench --suite peers --json FILE' has written.");
        }
    }

    /// <exception cref="InvalidDataException">Rows or programs are named that there are none of.</exception>
    public static PeersFigures Parse(string json)
    {
        var figures = JsonSerializer.Deserialize<PeersFigures>(json, s_options)!;
        var unknown = figures.Growth.Select(row => row.Workload).Except(GrowthRow.All.Select(row => row.Name))
            .Concat(figures.Rows.SelectMany(row => row.Programs).Select(side => side.Side).Except(PeerProgram.All.Select(program => program.Name)));
        return unknown.FirstOrDefault() is { } name ? throw new InvalidDataException($"There is no row or program '{name}' any more.") : figures;
    }

    /// <summary>The figures beside peers, aims and limits of growth, and what is in the way of those that fall short.</summary>
    public PeersReport Judge(IReadOnlyDictionary<string, string> inTheWay) => new(Date, Machine, Rounds, WarmMs, Peers,
        Rows, [.. Rows.Select(row => row.Judge(inTheWay)).OfType<PeerVerdict>()],
        Growth, [.. Growth.Select(result => GrowthRow.All.Single(row => row.Name == result.Workload).Judge(result, inTheWay)).OfType<FloorVerdict>()], Failures);
}
