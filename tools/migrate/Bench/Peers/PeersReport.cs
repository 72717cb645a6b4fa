using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rustrt.Migrate.Bench.Peers;

/// <summary>The figures of a row on all programs that have it.</summary>
internal sealed record PeerRowResult(string Row, int Threads, string Operation, string Unit, double? Aim, IReadOnlyList<SideResult> Programs)
{
    public SideResult? Program(string name) => Programs.FirstOrDefault(side => side.Side == name);

    /// <summary>How the new runtime compares with the best of the peers and with its aim; null when there is no figure of it or of any peer.</summary>
    public PeerVerdict? Judge(IReadOnlyDictionary<string, string> inTheWay)
    {
        var best = Programs.Where(side => Role(side) == PeerRole.Peer).MinBy(side => side.Median);
        var ours = Programs.FirstOrDefault(side => Role(side) == PeerRole.Ours);
        if (best is null || ours is null)
        {
            return null;
        }
        PeerVerdict verdict = new(Row, ours.Median, Unit, best.Side, best.Median / ours.Median, Aim);
        return verdict.FallsShort ? verdict with { InTheWay = inTheWay.Of(Row) } : verdict;
    }

    private static PeerRole Role(SideResult side) => PeerProgram.All.Single(program => program.Name == side.Side).Role;
}

/// <summary>A row beside the best of the peers and beside its aim.</summary>
/// <param name="Row">The row.</param>
/// <param name="Figure">What the new runtime takes.</param>
/// <param name="Unit">The figure's.</param>
/// <param name="BestPeer">The best of the peers.</param>
/// <param name="TimesFaster">How many times as long, or as much, that one takes.</param>
/// <param name="Aim">What the new runtime is to take at most; null: there is no aim.</param>
/// <param name="InTheWay">What is in the way of a row that falls short.</param>
internal sealed record PeerVerdict(string Row, double Figure, string Unit, string BestPeer, double TimesFaster, double? Aim, string? InTheWay = null)
{
    /// <summary>Whether the best peer takes more.</summary>
    public bool Ahead => TimesFaster > 1;

    /// <summary>Whether the aim, if there is one, is not reached.</summary>
    public bool MissesAim => Figure > Aim;

    /// <summary>Of the best peer, of the aim or of both.</summary>
    public bool FallsShort => !Ahead || MissesAim;

    /// <summary>The aim, and whether it is reached: for a column.</summary>
    public string AimText => Aim is { } aim ? $"{PeerFigure.Text(aim, Unit)}: {(MissesAim ? "missed" : "reached")}" : "";

    /// <summary>How many times faster than which peer: for a column.</summary>
    public string Short => string.Create(CultureInfo.InvariantCulture, $"{TimesFaster:0.0#} ({BestPeer})");

    /// <summary>The best peer in words.</summary>
    public string Text => Ahead
        ? string.Create(CultureInfo.InvariantCulture, $"{TimesFaster:0.0#} times ahead of {BestPeer}")
        : string.Create(CultureInfo.InvariantCulture, $"falls short of {BestPeer}: {1 / TimesFaster:0.00} times as much");
}

/// <summary>One run of the table, and of what growth does to the new runtime.</summary>
internal sealed record PeersReport(DateTimeOffset Date, string Machine, int Rounds, int WarmMs, IReadOnlyList<PeerState> Peers,
    IReadOnlyList<PeerRowResult> Rows, IReadOnlyList<PeerVerdict> Verdicts, IReadOnlyList<WorkloadResult> Growth, IReadOnlyList<FloorVerdict> GrowthVerdicts,
    IReadOnlyList<PeerFailure> Failures)
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Whether anything falls short of a peer, of an aim or of a limit of growth.</summary>
    public bool FallsShort => Verdicts.Any(verdict => verdict.FallsShort) || GrowthVerdicts.Any(verdict => !verdict.Met);

    /// <summary>The result in one sentence.</summary>
    public string Summary
    {
        get
        {
            var aims = Verdicts.Where(verdict => verdict.Aim is not null).ToList();
            List<string> parts = [$"ahead of the best peer in {Verdicts.Count(verdict => verdict.Ahead)} of {Verdicts.Count} rows"];
            if (aims.Count > 0)
            {
                parts.Add($"{aims.Count(verdict => !verdict.MissesAim)} of {aims.Count} aims reached");
            }
            if (GrowthVerdicts.Count > 0)
            {
                parts.Add($"{GrowthVerdicts.Count(verdict => verdict.Met)} of {GrowthVerdicts.Count} limits of growth kept");
            }
            return string.Join(", ", parts);
        }
    }

    public string ToJson() => JsonSerializer.Serialize(this, s_options);
}
