namespace Rustrt.Bindgen.Runtime.Switch;

/// <summary>What decided: the variable or the file, or neither.</summary>
/// <param name="Name">As messages show it.</param>
/// <param name="IsFile">It is a file, with lines.</param>
internal sealed record SwitchSource(string Name, bool IsFile)
{
    public static readonly SwitchSource Default = new("", IsFile: false);

    /// <summary>"ZLIB_SWITCH, character 12" or "/etc/app/zlib.switch:3:1".</summary>
    public string Place(int line, int column) => IsFile ? $"{Name}:{line}:{column}" : $"{Name}, character {column}";
}

/// <summary>A value and where it stands, from 1; the line is 0 in a variable.</summary>
internal sealed record SwitchRule(IReadOnlyList<Backend> Order, int Line, int Column)
{
    public string Value => SwitchWords.Value(Order);
}

/// <summary>All that one source says; the order of its entries does not matter.</summary>
internal sealed class SwitchRules(int units)
{
    public SwitchRule? All { get; set; }

    public SwitchRule?[] Units { get; } = new SwitchRule?[units];

    public bool OnErrorLegacy { get; set; }

    /// <summary>The first error, or null. What is behind it was read all the same: on-error=legacy holds wherever it stands.</summary>
    public string? Error { get; set; }

    public bool IsEmpty => All == null && Units.All(rule => rule == null);
}
