using System.Globalization;
using System.Text.Json;

namespace Rustrt.Migrate.Bench.Peers;

/// <summary>The figures of a row on all programs that have it.</summary>
internal sealed record PeerRowResult(string Row, int Threads, string Operation, string Unit, IReadOnlyList<SideResult> Programs)
{
    public SideResult? Program(string name) => Programs.FirstOrDefault(side => side.Side == name);

    /// <summary>How the new runtime compares with the best of the peers; null when one of them has no figure.</summary>
    public PeerVerdict? Judge(IReadOnlyDictionary<string, string> inTheWay)
    {
        var best = Programs.Where(side => Role(side) == PeerRole.Peer).MinBy(side => side.Median);
        var ours = Programs.FirstOrDefault(side => Role(side) == PeerRole.Ours);
        if (best is null || ours is null)
        {
            return null;
        }
        var times = best.Median / ours.Median;
        var ahead = times > 1;
        return new PeerVerdict(Row, best.Side, times, ahead, ahead ? null : inTheWay.GetValueOrDefault(Row, "not yet looked into"));
    }

    private static PeerRole Role(SideResult side) => PeerProgram.All.Single(program => program.Name == side.Side).Role;
}

/// <summary>A row beside the best of the peers.</summary>
/// <param name="Row">The row.</param>
/// <param name="BestPeer">The best of the peers.</param>
/// <param name="TimesFaster">How many times as long, or as much, that one takes.</param>
/// <param name="Ahead">Whether that is more than the new runtime takes.</param>
/// <param name="InTheWay">What is in the way of a row that falls short.</param>
internal sealed record PeerVerdict(string Row, string BestPeer, double TimesFaster, bool Ahead, string? InTheWay)
{
    /// <summary>How many times faster than which peer: for a column.</summary>
    public string Short => string.Create(CultureInfo.InvariantCulture, $"{TimesFaster:0.0#} ({BestPeer})");

    /// <summary>In words.</summary>
    public string Text => Ahead
        ? string.Create(CultureInfo.InvariantCulture, $"{TimesFaster:0.0#} times ahead of {BestPeer}")
        : string.Create(CultureInfo.InvariantCulture, $"falls short of {BestPeer}: {1 / TimesFaster:0.00} times as much");
}

/// <summary>One run of the table.</summary>
internal sealed record PeersReport(DateTimeOffset Date, string Machine, int Rounds, int WarmMs, IReadOnlyList<PeerState> Peers,
    IReadOnlyList<PeerRowResult> Rows, IReadOnlyList<PeerVerdict> Verdicts, IReadOnlyList<PeerFailure> Failures)
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public string ToJson() => JsonSerializer.Serialize(this, s_options);
}
