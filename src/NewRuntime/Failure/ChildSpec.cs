namespace Rustrt.Federation;

/// <summary>When a supervisor starts a child again that has ended.</summary>
public enum RestartMode
{
    /// <summary>Always.</summary>
    Permanent,

    /// <summary>If it failed or was cancelled.</summary>
    Transient,

    /// <summary>Never.</summary>
    Temporary,
}

/// <summary>A child of a supervisor.</summary>
/// <param name="Name">What it is called in reports.</param>
/// <param name="Start">Calls its method; again for each start.</param>
public sealed record ChildSpec(string Name, Func<GreenTask> Start)
{
    /// <summary>When it is started again.</summary>
    public RestartMode Restart { get; init; } = RestartMode.Permanent;
}
