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
/// <param name="IsAlone">May be on another side than the units that may not.</param>
public sealed record SwitchUnit(string Name, IReadOnlyList<string> Services, bool IsAlone);

/// <summary>What can be switched in a library.</summary>
/// <param name="Prefix">Of the variables, in capitals: ZLIB.</param>
/// <param name="Library">File name of the library: libz.so.1.</param>
/// <param name="Units">In the order in which messages list them.</param>
public sealed record SwitchCatalogue(string Prefix, string Library, IReadOnlyList<SwitchUnit> Units)
{
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
