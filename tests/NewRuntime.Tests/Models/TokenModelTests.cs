using System.Runtime.CompilerServices;

namespace Rustrt.Federation.Tests;

/// <summary>The token that a task asks for while it is being cancelled (TaskCancellation.cs), in all schedules.</summary>
public class TokenModelTests
{
    private const string Task = "task";

    [Fact]
    public void A_token_that_is_asked_for_meanwhile_is_cancelled() => ModelSearch.Holds(Asks);

    [Fact]
    public void A_token_is_cancelled_behind_a_section_that_defers_it() => ModelSearch.Holds(AsksInSection);

    [Fact]
    public void The_token_must_be_published_before_the_look_at_the_word() =>
        ModelSearch.Breaks(Asks, access => access is { Kind: AccessKind.Fence, Thread: Task });

    [Fact]
    public void Cancel_must_be_seen_before_the_look_for_a_token() =>
        ModelSearch.Breaks(Asks, access => access is { Kind: AccessKind.CompareExchange, Thread: "canceller" });

    [Fact]
    public void The_section_must_end_before_the_look_at_the_word() =>
        ModelSearch.Breaks(AsksInSection, access => access is { Kind: AccessKind.And, Thread: Task });

    private static ModelProgram Asks() => Program(inSection: false);

    private static ModelProgram AsksInSection() => Program(inSection: true);

    private static ModelProgram Program(bool inSection)
    {
        var scene = new TaskScene();
        var source = new StrongBox<int>();
        bool told = false;
        return scene.Program(
            () =>
            {
                if ((scene.Word & TaskWord.Cancelled) == 0) throw new InvalidOperationException("the cancellation is lost");
                if (!told) throw new InvalidOperationException("the task is cancelled, and its token is not");
            },
            [Location.Of("source", () => ref source.Value)],
            (Task, () =>
            {
                if (inSection) WaitTransitions<ModelAtomics>.Add(ref scene.Word, TaskWord.Shielded);
                ModelAtomics.Release(ref source.Value, 1);
                if (WaitTransitions<ModelAtomics>.IsCancelledBefore(ref scene.Word)) told = true;
                if (!inSection) return;
                WaitTransitions<ModelAtomics>.Remove(ref scene.Word, TaskWord.Shielded);
                if ((ModelAtomics.Acquire(ref scene.Word) & TaskWord.Cancelled) != 0) told = true;
            }),
            ("canceller", () =>
            {
                if (WaitTransitions<ModelAtomics>.Cancel(ref scene.Word, ref scene.Generation, 0, out long before)
                    && (before & TaskWord.Shielded) == 0 && ModelAtomics.Acquire(ref source.Value) == 1) told = true;
            }));
    }
}
