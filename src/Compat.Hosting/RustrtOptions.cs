namespace Rustrt.Compat.Hosting;

/// <summary>How a host runs the old API: the section Rustrt of its configuration, then what its code says.</summary>
public sealed class RustrtOptions
{
    /// <summary>A setting in the language of docs/switch.md: "all=legacy;logging=new". Null: the process's own sources say.</summary>
    public string? Switch { get; set; }

    /// <summary>Path of librustrt.so, with librustrt_managed.so beside it. Null: where the system finds it.</summary>
    public string? Library { get; set; }

    /// <summary>
    /// Units, or "all", by the feature that says whether they are new: asked once, at the start of the host, by whatever filters
    /// the feature has. It beats <see cref="Switch"/> for its unit.
    /// </summary>
    public IDictionary<string, string> Features { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Who is asked about by features with the filter Targeting: a user, and the groups it belongs to. Null: nobody.</summary>
    public RustrtTarget? Target { get; set; }
}

/// <summary>Whom a roll-out by targeting is decided for: a machine, a tenant, whatever the feature lists.</summary>
/// <param name="User">Its name.</param>
/// <param name="Groups">The groups it belongs to.</param>
public sealed record RustrtTarget(string User, params IReadOnlyList<string> Groups);
