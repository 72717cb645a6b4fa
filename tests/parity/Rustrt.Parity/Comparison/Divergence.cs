namespace Rustrt.Parity.Comparison;

/// <summary>Where a line of a divergence's context comes from.</summary>
public enum LineOrigin
{
    /// <summary>Both runs have it.</summary>
    Both,

    /// <summary>Only the reference has it.</summary>
    ReferenceOnly,

    /// <summary>Only the candidate has it.</summary>
    CandidateOnly,
}

/// <summary>One line around a divergence.</summary>
/// <param name="Origin">Which run has it.</param>
/// <param name="Text">The line.</param>
public sealed record ContextLine(LineOrigin Origin, string Text)
{
    /// <summary>The mark that diffs put before such a line.</summary>
    public char Mark => Origin switch
    {
        LineOrigin.ReferenceOnly => '-',
        LineOrigin.CandidateOnly => '+',
        _ => ' ',
    };
}

/// <summary>The first difference between two runs.</summary>
/// <param name="What">Where the runs part, in one line.</param>
/// <param name="Context">The lines around it; empty where there are none to show.</param>
public sealed record Divergence(string What, IReadOnlyList<ContextLine> Context);
