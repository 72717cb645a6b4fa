using System.Globalization;
using Rustrt.Parity.Running;
using Rustrt.Parity.Settings;

namespace Rustrt.Parity.Calls;

/// <summary>
/// The proof that a switch setting held: not one call reached the side that was not chosen, and the units that were called
/// were served by the side that was.
/// </summary>
/// <param name="Holds">False when a call went astray or when there is no evidence although there should be.</param>
/// <param name="Text">What was found, in one line.</param>
public sealed record CallProof(bool Holds, string Text)
{
    /// <summary>The status from which on a process was ended by a signal, without its exit handlers.</summary>
    private const int FirstSignalStatus = 128;

    /// <summary>Judges a run through the router.</summary>
    public static CallProof Of(SwitchSetting setting, CallerRun run)
    {
        if (run.Calls is not { } calls)
        {
            return run.ExitStatus is null or >= FirstSignalStatus
                ? new CallProof(true, $"no counts ({run.Ending})")
                : new CallProof(false, "the router left no call counts although the program ended normally");
        }
        var astray = new List<string>();
        long served = 0;
        foreach (var (unit, count) in calls.Units)
        {
            var side = setting.SideOf(unit);
            var (chosen, other) = side == "new" ? (count.New, count.Legacy) : (count.Legacy, count.New);
            served += chosen;
            if (other > 0)
            {
                astray.Add(string.Create(CultureInfo.InvariantCulture, $"{unit}: {other} calls on {(side == "new" ? "legacy" : "new")}, {side} was chosen"));
            }
        }
        return astray.Count > 0 ? new CallProof(false, string.Join("; ", astray))
            : served == 0 ? new CallProof(false, "no call was counted on either side")
            : new CallProof(true, string.Create(CultureInfo.InvariantCulture, $"{served:N0} calls, none on the side not chosen"));
    }
}
