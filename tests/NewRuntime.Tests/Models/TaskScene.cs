namespace Rustrt.Federation.Tests;

/// <summary>The words of one pooled task, and who has been made runnable.</summary>
internal sealed class TaskScene
{
    private readonly List<WaitStatus> _ended = [];
    private long _word = TaskWord.Reborn(0);
    private int _generation;
    private string? _joiner;
    private uint _joinNumber;
    private string? _result;
    private int _announced;
    private int _runnable;

    public ref long Word => ref _word;

    public ref int Generation => ref _generation;

    /// <summary>Who joins the task; who awaits it, in a life as a method that is called.</summary>
    public ref string? Joiner => ref _joiner;

    public ref uint JoinNumber => ref _joinNumber;

    public ref string? Result => ref _result;

    /// <summary>How the waits ended, in order.</summary>
    public IReadOnlyList<WaitStatus> Ended => _ended;

    public ModelProgram Program(Action check, params (string Name, Action Body)[] threads) => Program(check, [], threads);

    /// <summary>A program with words of its own.</summary>
    public ModelProgram Program(Action check, IEnumerable<Location> more, params (string Name, Action Body)[] threads) => new(
        [
            .. more,
            Location.Of("word", () => ref _word),
            Location.Of("generation", () => ref _generation),
            Location.Of("joiner", () => ref _joiner),
            Location.Of("join number", () => ref _joinNumber),
            Location.Of("result", () => ref _result),
            Location.Of("announced", () => ref _announced),
        ],
        threads,
        () =>
        {
            if (_runnable != 0) throw new InvalidOperationException("the task was made runnable while it ran");
            check();
        });

    /// <summary>The task waits once, as Waiter.cs says: begins, registers, commits; others tell when it may go on.</summary>
    public WaitStatus Wait(Action<uint>? register = null)
    {
        uint number = TaskWord.Number(WaitTransitions<ModelAtomics>.Begin(ref _word, firm: 0));
        if (register is not null) register(number);
        else ModelAtomics.Write(ref _announced, (int)number);
        if ((ModelAtomics.Acquire(ref _word) & (TaskWord.Cancelled | TaskWord.Shielded)) == TaskWord.Cancelled)
            Wake(number, WaitStatus.Cancelled);
        if (WaitTransitions<ModelAtomics>.Commit(ref _word))
        {
            ModelThread.WaitUntil(() => _runnable > 0);
            _runnable--;
        }
        _ended.Add(TaskWord.Status(ModelAtomics.Acquire(ref _word)));
        return _ended[^1];
    }

    /// <summary>Waits until the task has registered a wait, whose number is found by that; the first has number 2.</summary>
    public void UntilAnnounced(uint number)
    {
        for (int seen; (seen = ModelAtomics.Acquire(ref _announced)) < (int)number;) ModelAtomics.WaitWhile(ref _announced, seen);
    }

    public void Wake(uint number, WaitStatus status)
    {
        if (WaitTransitions<ModelAtomics>.End(ref _word, number, status, 0)) _runnable++;
    }

    public void Cancel(int life)
    {
        if (WaitTransitions<ModelAtomics>.Cancel(ref _word, ref _generation, life, out long before) && TaskWord.IsEndedByCancellation(before))
            Wake(TaskWord.Number(before), WaitStatus.Cancelled);
    }

    public void Rebirth() => WaitTransitions<ModelAtomics>.Rebirth(ref _word, ref _generation);
}
