using Rustrt.Migrate.Services;

namespace Rustrt.Migrate.Scan;

/// <summary>How much something that was found weighs.</summary>
internal enum Weight
{
    /// <summary>The switch would not be asked: calls go to another library than the router.</summary>
    Bypass,

    /// <summary>It works, but there is something to know or to look at.</summary>
    Watch,
}

/// <summary>Something about a file that matters when it moves.</summary>
/// <param name="File">The file.</param>
/// <param name="Kind">One word, for programs that read the report.</param>
/// <param name="Weight">How much it weighs.</param>
/// <param name="Text">What it is and what to do.</param>
internal sealed record Finding(string File, string Kind, Weight Weight, string Text);

/// <summary>A setting, and the functions that the program uses and the setting cannot serve.</summary>
internal sealed record SettingChance(string Setting, IReadOnlyList<string> Missing)
{
    public bool IsPossible => Missing.Count == 0;
}

/// <summary>What a program or library uses, what would pass the switch by, what could switch.</summary>
/// <param name="File">As it was named.</param>
/// <param name="SoName">Its own name, if it is a library that has one.</param>
/// <param name="LinkedBy">The file that needs librustrt.so or librustcore.so: itself, a library found beside it, or null.</param>
/// <param name="LinkedTo">Which of the two that file needs.</param>
/// <param name="Files">The file and the libraries found beside it: all of them were looked at.</param>
/// <param name="Uses">Services whose functions they import.</param>
/// <param name="Findings">What there is to know, what weighs most first.</param>
/// <param name="Settings">Every working setting.</param>
internal sealed record ScanReport(string File, string? SoName, string? LinkedBy, IReadOnlyList<string> LinkedTo, IReadOnlyList<string> Files, IReadOnlyList<ServiceUse> Uses,
    IReadOnlyList<Finding> Findings, IReadOnlyList<SettingChance> Settings)
{
    public bool IsBypassed => Findings.Any(finding => finding.Weight == Weight.Bypass);
}
