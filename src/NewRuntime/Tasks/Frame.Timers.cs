// A time limit for a wait, for whatever is waited for. An awaiter that has one
//
//   1. begins the wait and registers it as every other does (Frame.Waits.cs);
//   2. calls root.LimitWait(number, limit, scheduler): the wait now ends as WaitStatus.TimedOut when the time is over;
//   3. in GetResult, calls root.EndLimit(scheduler) whatever ended the wait, so that the timer goes. Without a limit it costs
//      a comparison.
//
// A task waits for one thing at a time and has at most one timer: the root remembers where it is. The timer stays on the
// wheel of the scheduler that the wait began on; if the task goes on elsewhere, it is taken back by a message.
namespace Rustrt.Federation;

internal abstract partial class Frame
{
    // 0: none. Else 1 + (position in its wheel) * (schedulers of the group) + (index of its scheduler).
    private int _timer;

    /// <summary>Has a wait that has just been begun end as <see cref="WaitStatus.TimedOut"/> when a time is over.</summary>
    /// <param name="number">The number of the wait.</param>
    /// <param name="limit">Zero: it ends at once if nothing has ended it. <see cref="Timeout.InfiniteTimeSpan"/>: no limit.</param>
    /// <param name="scheduler">The scheduler that the calling thread belongs to.</param>
    internal void LimitWait(uint number, TimeSpan limit, Scheduler scheduler)
    {
        if (limit == Timeout.InfiniteTimeSpan) return;
        if (limit == TimeSpan.Zero)
        {
            Wake(number, WaitStatus.TimedOut, 0, scheduler);
            return;
        }
        if (!scheduler.TryAddTimer(this, number, limit, out int position)) return;
        _timer = checked(1 + position * Group.MaximumSchedulers + scheduler.Index);
    }

    /// <summary>The wait is over: its timer goes, if it had one.</summary>
    internal void EndLimit(Scheduler scheduler)
    {
        if (_timer != 0) TakeTimerBack(scheduler);
    }

    private void TakeTimerBack(Scheduler current)
    {
        (int position, int index) = Math.DivRem(_timer - 1, Group.MaximumSchedulers);
        _timer = 0;
        if (Status == WaitStatus.TimedOut) return; // that was the timer
        uint number = TaskWord.Number(Word);
        var owner = Group.Schedulers[index];
        if (owner == current) owner.RemoveTimer(position, this, number);
        else owner.PostQuietly(Delivery.RemoveTimer(this, position, number));
    }
}
