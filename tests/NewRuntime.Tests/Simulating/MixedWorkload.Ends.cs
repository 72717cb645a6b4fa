namespace Rustrt.Federation.Tests;

/// <content>The end of the federation: weak tasks are cancelled, exit tasks run once, the last first.</content>
internal sealed partial class MixedWorkload
{
    private readonly List<int> _exits = [];
    private int _exitTasks, _weak, _weakEnded;
    private bool _onlyWeakAreLeft;

    /// <summary>To be asked when the federation has ended.</summary>
    public void CheckEnd()
    {
        Assert.Equal(_spawned, _ended);
        Assert.Equal(_weak, _weakEnded);
        Assert.Equal(Enumerable.Range(0, _exitTasks).Reverse(), _exits);
    }

    private void PlanTheEnd()
    {
        _weak = Random.Next(3);
        for (int i = 0; i < _weak; i++) GreenTask.Spawn(UntilOnlyWeakAreLeft(), new SpawnOptions { IsWeak = true }).Detach();
        _exitTasks = Random.Next(3);
        for (int i = 0; i < _exitTasks; i++)
        {
            int number = i;
            Scheduler.Current!.Group.Federation.RunAtExit(() => AtExit(number));
        }
    }

    private async GreenTask UntilOnlyWeakAreLeft()
    {
        Assert.Equal(WaitStatus.Cancelled, await GreenTask.Sleep(Timeout.InfiniteTimeSpan));
        Assert.True(_onlyWeakAreLeft, "a weak task was cancelled while others were alive");
        _weakEnded++;
    }

    private async GreenTask AtExit(int number)
    {
        Assert.True(_onlyWeakAreLeft, "an exit task ran while others were alive");
        await Branch(depth: 3);
        _exits.Add(number);
    }
}
