using Rustrt.Parity.Calls;
using Rustrt.Parity.Running;

namespace Rustrt.Parity.Tests;

/// <summary>Runs made up for comparing.</summary>
internal static class Runs
{
    public static CallerRun Printing(params string[] lines) => new(0, lines, [], TimeSpan.FromMilliseconds(1), null);

    public static CallerRun Ending(int? status, params string[] errors) => new(status, [], errors, TimeSpan.FromMilliseconds(1), null);

    public static CallerRun Calling(params (string Unit, long Legacy, long New)[] units) => Printing() with
    {
        Calls = new CallReport("", units.ToDictionary(unit => unit.Unit, unit => new UnitCalls(unit.Legacy, unit.New))),
    };
}
