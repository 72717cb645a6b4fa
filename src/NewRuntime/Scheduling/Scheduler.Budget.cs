// How long a managed task may go on without giving way: 128 awaits that need not wait (of joins, pipes, sleeps of no time), or a
// millisecond, whichever is over first. Either alone is of no use: what a task does between two awaits takes between
// nanoseconds and milliseconds. An await that finds the budget spent is not complete after all: the task waits for what is
// there already, and so goes behind the others.
//
// The clock costs more than most of these awaits, so it is read at every 16th only, and a task that asks by itself (NeedsYield)
// is answered from the clock about sixteen times in its millisecond. The time begins with the first reading in the turn. Nothing
// of this is touched by a turn that does not spend, but for one store at its beginning.
using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

public sealed partial class Scheduler
{
    private const int OperationsPerTurn = 128;
    private const int OperationsPerReading = 16;
    private const int MaxQuestionsPerReading = 1 << 16;
    private static readonly TimeSpan s_quantum = TimeSpan.FromMilliseconds(1);

    private Spent _spent;
    private int _questionsPerReading = 1; // kept over turns: the next loop is mostly the same loop
    private TimeSpan _lastReading;

    /// <summary>What the task has used up in its turn.</summary>
    private struct Spent
    {
        internal int Operations;
        internal int Questions;   // since the clock was read for one
        internal TimeSpan Begun;  // zero: not yet
    }

    /// <summary>Accounts for an await that need not wait. False: it has to, so that the others get their turn.</summary>
    /// <param name="current">The scheduler that the calling thread belongs to.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TrySpend(Scheduler? current) =>
        current is null || ++current._spent.Operations % OperationsPerReading != 0 || current.IsWithinBudget();

    /// <summary>The next managed task has its turn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void BeginBudget() => _spent = default;

    /// <summary>Whether the task has had its turn's share.</summary>
    internal bool IsBudgetSpent()
    {
        if (_spent.Operations >= OperationsPerTurn) return true;
        if (++_spent.Questions < _questionsPerReading) return false;
        _spent.Questions = 0;
        var last = _lastReading;
        bool within = IsWithinQuantum();
        _questionsPerReading = _lastReading - last < s_quantum / 16
            ? Math.Min(_questionsPerReading * 2, MaxQuestionsPerReading)
            : Math.Max(_questionsPerReading / 2, 1);
        return !within;
    }

    private bool IsWithinBudget() => _spent.Operations < OperationsPerTurn && IsWithinQuantum();

    private bool IsWithinQuantum()
    {
        _lastReading = Now;
        if (_spent.Begun != TimeSpan.Zero) return _lastReading - _spent.Begun < s_quantum;
        _spent.Begun = _lastReading;
        return true;
    }
}
