namespace Rustrt.Bindgen.Runtime.Switch;

/// <summary>Who implements a unit.</summary>
public enum Backend
{
    /// <summary>The library itself.</summary>
    Legacy,

    /// <summary>Managed code.</summary>
    New,
}

/// <summary>Services that are switched together.</summary>
/// <param name="Name">By which settings name it.</param>
/// <param name="Services">Named in the message to who writes a service for its unit.</param>
/// <param name="Needs">The units whose value it must have. They are before it in the catalogue.</param>
public sealed record SwitchUnit(string Name, IReadOnlyList<string> Services, IReadOnlyList<SwitchNeed> Needs);

/// <summary>An edge between two units: they cannot be on different sides yet.</summary>
/// <param name="Unit">The other unit.</param>
/// <param name="Reason">Ends the sentence "unit A must have the same value as unit B, since ...".</param>
public sealed record SwitchNeed(string Unit, string Reason);

/// <summary>What can be switched in a library.</summary>
/// <param name="Prefix">Of the variables, in capitals: ZLIB.</param>
/// <param name="Library">File name of the library: libz.so.1.</param>
/// <param name="Units">In the order in which messages list them.</param>
public sealed record SwitchCatalogue(string Prefix, string Library, IReadOnlyList<SwitchUnit> Units)
{
    /// <summary>Whether an edge binds a unit to another one.</summary>
    /// <param name="unit">Its place in <see cref="Units"/>.</param>
    public bool HasEdge(int unit) =>
        Units[unit].Needs.Count > 0 || Units.Any(other => other.Needs.Any(need => need.Unit == Units[unit].Name));

    internal int IndexOf(string unit) => Units.Select(other => other.Name).ToList().IndexOf(unit);

    internal int FindUnit(ReadOnlySpan<byte> word)
    {
        for (int i = 0; i < Units.Count; i++)
        {
            if (SwitchWords.Is(word, Units[i].Name))
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary>The unit that has a service of that name, or -1.</summary>
    internal int FindOwner(ReadOnlySpan<byte> service)
    {
        for (int i = 0; i < Units.Count; i++)
        {
            foreach (string name in Units[i].Services)
            {
                if (SwitchWords.Is(service, name))
                {
                    return i;
                }
            }
        }
        return -1;
    }
}
