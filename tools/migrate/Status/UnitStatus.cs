namespace Rustrt.Migrate.Status;

/// <summary>What the last runs of the tests say of a setting.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Agree">Recorded cases and comparisons of scenarios that agree.</param>
/// <param name="Failed">Those that do not.</param>
/// <param name="NotMigrated">Those that cannot be made for want of functions.</param>
internal sealed record SettingVerdict(string Setting, int Agree, int Failed, int NotMigrated)
{
    public string Word => Failed > 0 ? $"{Failed} FAIL" : Agree > 0 ? $"{Agree} agree" : "not tested";
}

/// <summary>How far a unit is.</summary>
/// <param name="Unit">Its name.</param>
/// <param name="Services">Its services.</param>
/// <param name="Functions">How many functions they have.</param>
/// <param name="NotServedByNew">Those that the new side lacks.</param>
/// <param name="Together">Other units that must have the same value; none: it can be switched alone.</param>
/// <param name="Settings">The two settings in which it stands alone, first on the new side, and what tests say of them; none while there is no new side.</param>
/// <param name="Differences">Names of the differences that are accepted where it is new.</param>
/// <param name="NativeLines">Lines of C and C++ of its functions that remain: those of its old side.</param>
internal sealed record UnitStatus(string Unit, IReadOnlyList<string> Services, int Functions, IReadOnlyList<string> NotServedByNew, IReadOnlyList<string> Together,
    IReadOnlyList<SettingVerdict> Settings, IReadOnlyList<string> Differences, int NativeLines);

/// <summary>How far all of it is.</summary>
/// <param name="Units">The units.</param>
/// <param name="All">All-legacy and all-new.</param>
/// <param name="Tested">When conformance and parity were last run; null: never in this checkout.</param>
/// <param name="NativeLines">Lines of C and C++ of the whole old runtime.</param>
/// <param name="Improvements">What RUSTRT_IMPROVE can name, each with the units that must be new for it.</param>
internal sealed record StatusReport(IReadOnlyList<UnitStatus> Units, IReadOnlyList<SettingVerdict> All, DateTimeOffset? Tested, int NativeLines,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Improvements)
{
    public bool Fails => Units.SelectMany(unit => unit.Settings).Concat(All).Any(verdict => verdict.Failed > 0);
}
