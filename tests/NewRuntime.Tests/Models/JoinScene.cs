namespace Rustrt.Federation.Tests;

/// <summary>A task that ends, those who join it, and the next life of its frame, as a method that somebody calls.</summary>
internal sealed class JoinScene
{
    private const string Caller = "caller";

    private readonly TaskScene _task = new();
    private readonly HashSet<(string Joiner, uint Number)> _woken = [];
    private int _results;
    private int _lives;

    public ModelProgram Program(int results, params (string Name, Action Body)[] threads) => _task.Program(
        () =>
        {
            if (_results != results) throw new InvalidOperationException($"{_results} have got the result");
            if (_lives != results) throw new InvalidOperationException($"the frame was given back {_lives} times");
            if (_lives > 0 && _task.Joiner != Caller) throw new InvalidOperationException($"the caller of the next life is {_task.Joiner}");
            if (_lives > 0 && (_task.Word & (TaskWord.Taken | TaskWord.Complete)) != 0)
                throw new InvalidOperationException("the next life begins as if it were joined or had ended");
        },
        threads);

    /// <summary>The task's last turn.</summary>
    public void End()
    {
        ModelAtomics.WriteSlot(ref _task.Result, "result");
        long before = JoinTransitions<ModelAtomics>.Finish(ref _task.Word, ref _task.Joiner, ref _task.JoinNumber, out string? who, out uint wait);
        if ((before & TaskWord.Joined) != 0)
        {
            ModelAtomics.Fence(); // a wake is one: it changes the joiner's word, or posts to his scheduler
            _woken.Add((who!, wait));
        }
        else if ((before & TaskWord.Detached) != 0) GiveBack();
    }

    /// <summary>Joins as Joins.cs does: registers, waits, takes the result. Who is told that somebody else has the task takes nothing.</summary>
    public void Join(string who, uint number)
    {
        switch (TryRegister(who, number))
        {
            case WaitStatus.Closed:
                return;
            case null:
                ModelThread.WaitUntil(() => _woken.Contains((who, number)));
                break;
        }
        if (JoinTransitions<ModelAtomics>.TryClaim(ref _task.Generation, 0)) GiveBack();
    }

    /// <summary>As <see cref="Join"/>, once nobody else is in the way.</summary>
    public void JoinAtLast(string who, uint number)
    {
        while (TryRegister(who, number) is var told)
        {
            if (told == WaitStatus.Closed)
            {
                ModelThread.WaitUntil(() => (_task.Word & TaskWord.Taken) == 0);
                continue;
            }
            if (told is null) ModelThread.WaitUntil(() => _woken.Contains((who, number)));
            break;
        }
        if (JoinTransitions<ModelAtomics>.TryClaim(ref _task.Generation, 0)) GiveBack();
    }

    public WaitStatus? TryRegister(string who, uint number) => JoinTransitions<ModelAtomics>.Join(
        ref _task.Word, ref _task.Generation, life: 0, ref _task.Joiner, ref _task.JoinNumber, who, number);

    public void GiveUp(string who) => JoinTransitions<ModelAtomics>.Unjoin(ref _task.Word, ref _task.Generation, life: 0, ref _task.Joiner, who);

    public void Detach()
    {
        if (JoinTransitions<ModelAtomics>.Detach(ref _task.Word, ref _task.Generation, life: 0)) GiveBack();
    }

    // Whoever takes the result gives the frame back; its next life is a call, whose caller nobody else may write over.
    private void GiveBack()
    {
        if (ModelAtomics.ReadSlot(ref _task.Result) is not null) _results++;
        ModelAtomics.WriteSlot(ref _task.Result, null);
        ModelAtomics.WriteSlot(ref _task.Joiner, null);
        _task.Rebirth();
        _lives++;
        ModelAtomics.WriteSlot(ref _task.Joiner, Caller);
    }
}
