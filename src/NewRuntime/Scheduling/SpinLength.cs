// For how long a scheduler spins before it parks: twice as long after each success, half as long after each failure. That alone would
// never leave the bottom: two schedulers that answer each other are both asleep whenever the other has an answer, and a spin
// that is shorter than a wake takes cannot meet it. So now and then one spin has the full length; if it meets the answer, both
// sides stay awake from then on.
//
// One round is about 150 ns (Thread.SpinWait is calibrated to some 37 ns a step): from 0.6 us to 45 us, which is what a wake of a
// core that had gone idle takes on a virtual machine.
namespace Rustrt.Federation;

/// <summary>The length of a scheduler's spins, in rounds.</summary>
internal struct SpinLength
{
    internal const int Least = 4;
    internal const int Most = 300;
    internal const int FullInterval = 32;

    private int _rounds = Least;
    private uint _spins = 1; // not the full length at first: a scheduler that has just been created has no partner to meet

    public SpinLength()
    {
    }

    /// <summary>How many rounds the next spin has at most.</summary>
    internal int Next() => _spins++ % FullInterval == 0 ? Most : _rounds;

    /// <summary>It has ended, with something to run or without.</summary>
    internal void Ended(bool found) => _rounds = found ? Math.Min(_rounds * 2, Most) : Math.Max(_rounds / 2, Least);
}
