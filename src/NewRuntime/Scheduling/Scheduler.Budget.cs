// How long a managed task may go on without giving way: 128 awaits that need not wait (of pipes, looks at other tasks, sleeps of no
// time), or a millisecond, whichever is over first. A join that takes a result is not counted: there cannot be more of them than
// there are tasks that have had their turns. Either alone is of no use: what a task does between two awaits takes between
// nanoseconds and milliseconds. An await that finds the budget spent is not complete after all: the task waits for what is
// there already, and so goes behind the others.
//
// The clock costs more than most of these awaits, so it is read at every 32nd only, and a task that asks by itself (NeedsYield)
// is answered from the clock about sixteen times in its millisecond. The time begins with the first reading in the turn. Nothing
// of this is touched by a turn that does not spend, but for one store at its beginning.
using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

public sealed partial class Scheduler
{
    private const int OperationsPerTurn = 128;
    private const int OperationsPerReading = 32;
    private const int MaxQuestionsPerReading = 1 << 16;
    private const int QuantaPerSecond = 1000;

    private readonly long _quantum; // a millisecond
    private Spent _spent;
    private int _questionsPerReading = 1; // kept over turns: the next loop is mostly the same loop
    private long _lastReading; // in timestamps of the clock, like all time here

    /// <summary>What the task has used up in its turn.</summary>
    private struct Spent
    {
        internal int Operations;
        internal int Questions;   // since the clock was read for one
        internal long Begun;      // zero: not yet
    }

    /// <summary>Accounts for an await that need not wait. False: it has to, so that the others get their turn.</summary>
    /// <param name="here">The scheduler that the calling thread belongs to.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TrySpend(Place? here) =>
        here is not Scheduler current || ++current._spent.Operations % OperationsPerReading != 0 || current.IsWithinBudget();

    /// <summary>The next managed task has its turn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void BeginBudget() => _spent = default;

    /// <summary>Whether the task has had its turn's share.</summary>
    internal bool IsBudgetSpent()
    {
        if (_spent.Operations >= OperationsPerTurn) return true;
        if (++_spent.Questions < _questionsPerReading) return false;
        _spent.Questions = 0;
        long last = _lastReading;
        bool within = IsWithinQuantum();
        _questionsPerReading = _lastReading - last < _quantum / 16
            ? Math.Min(_questionsPerReading * 2, MaxQuestionsPerReading)
            : Math.Max(_questionsPerReading / 2, 1);
        return !within;
    }

    // An atomic section is not broken by what is over anyway.
    private bool IsWithinBudget()
    {
        if ((_spent.Operations < OperationsPerTurn && IsWithinQuantum()) || CurrentTask is { IsAtomic: true }) return true;
        Counters.ForcedYields++;
        return false;
    }

    private bool IsWithinQuantum()
    {
        _lastReading = _clock.GetTimestamp();
        if (_spent.Begun != 0) return _lastReading - _spent.Begun < _quantum;
        _spent.Begun = _lastReading;
        return true;
    }
}
