namespace Rustrt.Federation.Tests;

/// <summary>The lock around what a scheduler keeps to itself (BiasedLock.cs), in all schedules: the slot of a run queue stands for it.</summary>
public class BiasedLockModelTests
{
    private const string Owner = "owner";
    private const string Rescuer = "rescuer";

    [Fact]
    public void A_task_in_the_slot_is_got_by_its_scheduler_or_by_the_rescuer() => ModelSearch.Holds(OwnerAndRescuer);

    [Fact]
    public void A_fence_of_the_rescuer_alone_is_not_enough() => ModelSearch.Breaks(
        OwnerAndRescuer, access => access is { Kind: AccessKind.FenceEverywhere });

    [Theory]
    [InlineData(Owner, "owner word")]
    [InlineData(Rescuer, "rescuer word")]
    public void Leaving_must_not_overtake_what_was_done_inside(string thread, string word) => ModelSearch.Breaks(
        OwnerAndRescuer, access => access is { Kind: AccessKind.Release, Value: 0u } && access.Thread == thread && access.Location == word);

    [Theory]
    [InlineData(Owner)]
    [InlineData(Rescuer)]
    public void Neither_side_may_pass_by_the_lock(string thread) => Assert.NotNull(ModelSearch.Explore(() => Program(passesBy: thread)).Failure);

    private static ModelProgram OwnerAndRescuer() => Program(passesBy: null);

    // The owner takes the slot, puts a task in (what was there goes elsewhere), and takes it again; the rescuer comes twice.
    private static ModelProgram Program(string? passesBy)
    {
        var shared = new Shared();
        var tasks = new[] { NewTask(), NewTask() };
        int[] got = new int[tasks.Length];
        shared.Slot = tasks[0];
        return new ModelProgram(
            [
                Location.Of("owner word", () => ref shared.Lock.OwnerWord),
                Location.Of("rescuer word", () => ref shared.Lock.RescuerWord),
                Location.Of<TaskCell?>("slot", () => ref shared.Slot),
            ],
            [(Owner, Own), (Rescuer, Rescue)],
            () =>
            {
                Got(shared.Slot);
                if (got.Any(times => times != 1)) throw new InvalidOperationException($"tasks were got so often: {string.Join(' ', got)}");
            });

        void Own()
        {
            Got(Put(null));
            Got(Put(tasks[1]));
            Got(Put(null));
        }

        TaskCell? Put(TaskCell? task)
        {
            if (passesBy != Owner) shared.Lock.Enter();
            var previous = Swap(task);
            if (passesBy != Owner) shared.Lock.Exit();
            return previous;
        }

        void Rescue()
        {
            for (int times = 0; times < 2; times++)
            {
                if (passesBy != Rescuer && !shared.Lock.TryEnterAsRescuer()) continue;
                Got(Swap(null));
                if (passesBy != Rescuer) shared.Lock.ExitAsRescuer();
            }
        }

        TaskCell? Swap(TaskCell? task)
        {
            var previous = ModelAtomics.ReadSlot(ref shared.Slot);
            if (previous != task) ModelAtomics.WriteSlot(ref shared.Slot, task);
            return previous;
        }

        void Got(TaskCell? task)
        {
            if (task is not null) got[Array.IndexOf(tasks, task)]++;
        }
    }

    private static TestTask NewTask() => new((_, _) => Turn.Finished);

    private sealed class Shared
    {
        internal BiasedLock<ModelAtomics> Lock;
        internal TaskCell? Slot;
    }
}
