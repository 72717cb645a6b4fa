namespace Rustrt.Federation.Tests.Timers;

/// <summary>The wheel by itself, against a list of what is due when.</summary>
public class TimerWheelTests
{
    /// <summary>A task that is never run: it only waits.</summary>
    private sealed class Waiter : Frame
    {
        protected override void MoveNext() => throw new InvalidOperationException("It is never run.");

        internal override void Recycle() => throw new InvalidOperationException("It never ends.");
    }

    private sealed record Entry(Waiter Task, uint Number, long Due, int Index);

    [Theory]
    [InlineData(1, 12)]
    [InlineData(2, 13)]
    [InlineData(3, 20)]
    [InlineData(4, 26)]
    [InlineData(5, 30)]
    [InlineData(6, 36)]
    public void Fires_what_is_due_and_nothing_else_however_far_it_is_away(int seed, int spreadBits)
    {
        var random = new Random(seed);
        var wheel = new TimerWheel();
        var pending = new List<Entry>();
        long now = 0;
        for (int step = 0; step < 20_000; step++)
        {
            int what = random.Next(100);
            if (what < 60)
            {
                long due = now + 1 + random.NextInt64(1L << random.Next(1, spreadBits));
                var task = new Waiter();
                uint number = task.BeginWait();
                pending.Add(new Entry(task, number, due, wheel.Add(task, number, due)));
            }
            else if (what < 80 && pending.Count > 0)
            {
                int i = random.Next(pending.Count);
                wheel.Remove(pending[i].Index, pending[i].Task, pending[i].Number);
                pending[i].Task.Wake(pending[i].Number, WaitStatus.Cancelled, 0, null);
                pending.RemoveAt(i);
            }
            else
            {
                Assert.True(wheel.NextTick <= (pending.Count == 0 ? long.MaxValue : pending.Min(e => e.Due)), $"step {step}");
                now = random.Next(2) == 0 && pending.Count > 0
                    ? wheel.NextTick
                    : now + random.NextInt64(1L << random.Next(1, spreadBits));
                bool anyDue = pending.Exists(e => e.Due <= now);
                Assert.Equal(anyDue, wheel.Advance(now, null!));
                foreach (var entry in pending)
                {
                    Assert.True(entry.Task.Status == (entry.Due <= now ? WaitStatus.TimedOut : WaitStatus.Completed),
                        $"step {step}, now {now}, due {entry.Due}: {entry.Task.Status}");
                }
                pending.RemoveAll(e => e.Due <= now);
            }
            Assert.Equal(pending.Count, wheel.Count);
        }
    }

    [Fact]
    public void What_has_fired_cannot_be_taken_back_from_its_successor_in_the_same_place()
    {
        var wheel = new TimerWheel();
        Waiter first = new(), second = new();
        uint firstNumber = first.BeginWait(), secondNumber = second.BeginWait();
        int place = wheel.Add(first, firstNumber, 5);
        wheel.Advance(5, null!);
        Assert.Equal(place, wheel.Add(second, secondNumber, 9));
        wheel.Remove(place, first, firstNumber);
        Assert.Equal(1, wheel.Count);
        Assert.True(wheel.Advance(9, null!));
        Assert.Equal(WaitStatus.TimedOut, second.Status);
    }

    [Fact]
    public void Places_are_used_again()
    {
        var wheel = new TimerWheel();
        var task = new Waiter();
        int highest = 0;
        for (int i = 0; i < 100_000; i++)
        {
            uint number = task.BeginWait();
            int place = wheel.Add(task, number, i + 1_000_000);
            highest = Math.Max(highest, place);
            wheel.Remove(place, task, number);
        }
        Assert.Equal(0, wheel.Count);
        Assert.Equal(0, highest);
    }
}
