namespace Rustrt.Federation.Tests;

/// <summary>Cancelling everything while somebody spawns (Admission.cs), in all schedules: nobody is missed.</summary>
public class AdmissionModelTests
{
    private const int Federation = 5;
    private const string Canceller = "canceller";
    private const string Spawner = "spawner";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_task_that_is_spawned_meanwhile_is_cancelled(bool listedBefore) => ModelSearch.Holds(() => CancelAll(listedBefore));

    [Fact]
    public void So_is_a_weak_one_when_the_federation_shuts_down() => ModelSearch.Holds(CancelWeak);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_fence_of_the_canceller_alone_is_not_enough(bool listedBefore) => ModelSearch.Breaks(
        () => CancelAll(listedBefore), access => access is { Kind: AccessKind.FenceEverywhere });

    [Fact]
    public void Who_spawns_a_weak_task_needs_a_fence() => ModelSearch.Breaks(CancelWeak, access => access is { Kind: AccessKind.Fence, Thread: Spawner });

    [Fact]
    public void The_shutdown_must_begin_by_a_fence() => ModelSearch.Breaks(CancelWeak, access => access is { Kind: AccessKind.Exchange, Thread: Canceller });

    // A frame that the federation knows needs no second look; one that it does not is put on the list.
    private static ModelProgram CancelAll(bool listedBefore)
    {
        var scene = new Scene { Listed = listedBefore ? 1 : 0 };
        return scene.Program(
            () =>
            {
                scene.Admission.CancelFromNowOn(() => scene.Mark.Revoke());
                scene.CancelWhatIsListed();
            },
            () =>
            {
                ModelAtomics.Write(ref scene.Alive, 1);
                if (scene.Mark.Admits(listedBefore ? Federation : 0)) return;
                if (!listedBefore) ModelAtomics.Release(ref scene.Listed, 1);
                if (scene.Admission.CancelsNewborn) scene.Cancelled++;
            });
    }

    private static ModelProgram CancelWeak()
    {
        var scene = new Scene { Listed = 1 };
        return scene.Program(
            () =>
            {
                ModelAtomics.Exchange(ref scene.ShuttingDown, 1);
                if (scene.Admission.AnyWeak) scene.CancelWhatIsListed();
            },
            () =>
            {
                ModelAtomics.Write(ref scene.Alive, 1);
                scene.Admission.AddWeak();
                if (ModelAtomics.Acquire(ref scene.ShuttingDown) != 0) scene.Cancelled++;
            });
    }

    private sealed class Scene
    {
        internal Admission<ModelAtomics> Admission;
        internal AdmissionMark<ModelAtomics> Mark = new(Federation);
        internal int Alive, Listed, ShuttingDown, Cancelled;

        internal ModelProgram Program(Action cancel, Action spawn) => new(
            [
                Location.Of("sign", () => ref Admission.SignWord),
                Location.Of("any weak", () => ref Admission.WeakWord),
                Location.Of("mark", () => ref Mark.Word),
                Location.Of("alive", () => ref Alive),
                Location.Of("listed", () => ref Listed),
                Location.Of("shutting down", () => ref ShuttingDown),
            ],
            [(Canceller, cancel), (Spawner, spawn)],
            () =>
            {
                if (Cancelled == 0) throw new InvalidOperationException("the task was missed");
            });

        internal void CancelWhatIsListed()
        {
            if (ModelAtomics.Acquire(ref Listed) != 0 && ModelAtomics.Acquire(ref Alive) != 0) Cancelled++;
        }
    }
}
