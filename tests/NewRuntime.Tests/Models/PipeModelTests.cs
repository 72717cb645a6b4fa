namespace Rustrt.Federation.Tests;

/// <summary>A receive and a select from shared pipes: the gate, the registration, and the wake behind the gate, in all schedules.</summary>
public class PipeModelTests
{
    private const string Task = "task";
    private const string Sender = "sender";
    private const string Second = "second sender";

    [Fact]
    public void A_receiver_gets_every_value_and_is_not_woken_for_nothing() => ModelSearch.Holds(Receive);

    [Fact]
    public void A_select_finds_every_value_and_leaves_nothing_behind_that_ends_the_next() => ModelSearch.Holds(Select);

    [Fact]
    public void A_value_that_comes_with_a_cancellation_is_not_lost() => ModelSearch.Holds(ReceiveCancelled);

    [Theory]
    [InlineData(Task)]
    [InlineData(Sender)]
    public void Entering_must_be_interlocked(string who) => ModelSearch.Breaks(
        Receive, access => access is { Kind: AccessKind.CompareExchange, Location: "pipe gate" } && access.Thread == who);

    [Theory]
    [InlineData(Task)]
    [InlineData(Sender)]
    public void Leaving_must_release(string who) => ModelSearch.Breaks(
        Receive, access => access is { Kind: AccessKind.Release, Location: "pipe gate" } && access.Thread == who);

    private static ModelProgram Receive()
    {
        var scene = new TaskScene();
        var pipe = new PipeScene("pipe", scene);
        int got = 0;
        return scene.Program(
            () => Expect(2, got),
            pipe.Locations,
            (Task, () =>
            {
                for (; got < 2; got++)
                {
                    if (!pipe.IsReady()) scene.Wait(number => Register(scene, number, pipe));
                    if (!pipe.TryReceive()) throw new InvalidOperationException("it was woken for nothing");
                }
            }),
            (Sender, pipe.Send),
            (Second, pipe.Send));
    }

    private static ModelProgram Select()
    {
        var scene = new TaskScene();
        PipeScene[] pipes = [new("pipe", scene), new("second pipe", scene)];
        int got = 0;
        return scene.Program(
            () => Expect(2, got),
            pipes.SelectMany(pipe => pipe.Locations),
            (Task, () =>
            {
                for (; got < 2; got++)
                {
                    if (!pipes.Any(pipe => pipe.IsReady())) scene.Wait(number => Register(scene, number, pipes));
                    var ready = pipes.FirstOrDefault(pipe => pipe.IsReady());
                    foreach (var pipe in pipes) pipe.RemoveReceiver();
                    if (ready?.TryReceive() != true) throw new InvalidOperationException("it was woken for nothing");
                }
            }),
            (Sender, pipes[0].Send),
            (Second, pipes[1].Send));
    }

    private static ModelProgram ReceiveCancelled()
    {
        var scene = new TaskScene();
        var pipe = new PipeScene("pipe", scene);
        int got = 0;
        return scene.Program(
            () => Expect(1, got),
            pipe.Locations,
            (Task, () =>
            {
                if (!pipe.IsReady() && scene.Wait(number => Register(scene, number, pipe)) == WaitStatus.Cancelled) pipe.RemoveReceiver();
                while (!pipe.TryReceive()) pipe.UntilSomething();
                got++;
            }),
            (Sender, pipe.Send),
            ("canceller", () => scene.Cancel(life: 0)));
    }

    private static void Register(TaskScene scene, uint number, params ReadOnlySpan<PipeScene> pipes)
    {
        foreach (var pipe in pipes)
        {
            if (pipe.AddReceiver(number)) continue;
            scene.Wake(number, WaitStatus.Completed);
            return;
        }
    }

    private static void Expect(int values, int got)
    {
        if (got != values) throw new InvalidOperationException($"{got} of {values} values were received");
    }
}
