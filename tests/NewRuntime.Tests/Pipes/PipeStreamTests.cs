using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Tests.Pipes;

/// <summary>Pipes beside channels and asynchronous sequences of ordinary code.</summary>
public class PipeStreamTests
{
    private const int Count = 500;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void From_a_channel_through_a_pipe_into_a_channel(int schedulers) => GreenRun.ToEnd(schedulers, async () =>
    {
        var source = Channel.CreateBounded<int>(3);
        var target = Channel.CreateBounded<int>(3);
        var (sender, receiver) = Pipe.Bounded<int>(2);
        var write = Task.Run(async () =>
        {
            for (int i = 0; i < Count; i++) await source.Writer.WriteAsync(i);
            source.Writer.Complete();
        });
        var read = Task.Run(async () => await target.Reader.ReadAllAsync().ToListAsync());
        var first = GreenTask.Spawn(sender.SendAll(source.Reader.ReadAllAsync()), sender);
        var second = GreenTask.Spawn(receiver.ReceiveAll(target.Writer), receiver);
        await write;
        await first;
        await second;
        Assert.Equal(Enumerable.Range(0, Count), await read);
    });

    [Fact]
    public void A_sequence_goes_into_one_of_several_sending_ends() => GreenRun.ToEnd(1, async () =>
    {
        static async IAsyncEnumerable<int> Numbers()
        {
            await Task.Yield();
            yield return 1;
            yield return 2;
        }
        var (sender, receiver) = Pipe.Shared<int>(1);
        var sending = GreenTask.Spawn(sender.SendAll(Numbers()), sender);
        Assert.Equal(1, (await receiver.Receive()).Value);
        Assert.Equal(2, (await receiver.Receive()).Value);
        Assert.Equal(WaitStatus.Closed, (await receiver.Receive()).Status);
        await sending;
    });

    [Fact]
    public void A_sequence_that_fails_is_the_exception_of_the_call() => GreenRun.ToEnd(1, async () =>
    {
        var (sender, receiver) = Pipe.Stream<int>();
        var sending = GreenTask.Spawn(sender.SendAll(Failing()), sender);
        Assert.Equal(1, (await receiver.Receive()).Value);
        Assert.Equal(WaitStatus.Closed, (await receiver.Receive()).Status);
        Assert.IsType<FormatException>((await sending.Try()).Exception);
    });

    [Fact]
    public void A_sequence_is_disposed_when_nobody_receives_any_more() => GreenRun.ToEnd(1, async () =>
    {
        bool disposed = false;
        var (sender, receiver) = Pipe.Bounded<int>(1);
        var sending = GreenTask.Spawn(sender.SendAll(Endless(() => disposed = true)), sender);
        Assert.Equal(0, (await receiver.Receive()).Value);
        receiver.Dispose();
        await sending;
        Assert.True(disposed);
    });

    [Fact]
    public void A_channel_that_somebody_else_completed_ends_the_call_and_one_whose_writer_is_cancelled_fails() => GreenRun.ToEnd(1, async () =>
    {
        var (sender, receiver) = Pipe.Stream<int>();
        var closed = Channel.CreateUnbounded<int>();
        closed.Writer.Complete();
        await sender.Send(1);
        await GreenTask.Spawn(receiver.ReceiveAll(closed.Writer), receiver);
        Assert.Equal(WaitStatus.Closed, await sender.Send(2));

        var (_, silent) = Pipe.Stream<int>();
        var open = Channel.CreateUnbounded<int>();
        var receiving = GreenTask.Spawn(silent.ReceiveAll(open.Writer), silent);
        await GreenTask.Yield();
        receiving.Cancel();
        Assert.Equal(OutcomeKind.Cancelled, (await receiving.Try()).Kind);
        await GreenRun.Catch<OperationCanceledException>(Read(open.Reader)); // which a channel turns into one of its own
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Ordinary_code_enumerates_a_pipe(int schedulers) => GreenRun.ToEnd(schedulers, async () =>
    {
        var (sender, receiver) = Pipe.Bounded<int>(2);
        var values = receiver.ToAsyncEnumerable(Scheduler.Current!.Group, ahead: 3);
        var read = Task.Run(async () => await values.ToListAsync());
        for (int i = 0; i < Count; i++) (await sender.Send(i)).OrThrow();
        sender.Dispose();
        Assert.Equal(Enumerable.Range(0, Count), await read);
    });

    [Theory]
    [InlineData(true)] // the task in between waits for room in the channel
    [InlineData(false)] // or for a value
    public void Senders_learn_that_the_enumeration_has_ended(bool full) => GreenRun.ToEnd(1, async () =>
    {
        var (sender, receiver) = Pipe.Bounded<int>(1);
        var values = receiver.ToAsyncEnumerable(Scheduler.Current!.Group);
        var read = Task.Run(async () => await values.FirstAsync());
        WaitStatus status;
        if (full)
        {
            do status = await sender.Send(7);
            while (status == WaitStatus.Completed);
        }
        else
        {
            await sender.Send(7);
            await read;
            // The end is closed soon after: by then either the next value is refused or one of the following.
            do
            {
                await GreenTask.Yield();
                status = await sender.Send(8);
            }
            while (status == WaitStatus.Completed);
        }
        Assert.Equal(WaitStatus.Closed, status);
        Assert.Equal(7, await read);
    });

    private static async GreenTask Read(ChannelReader<int> reader) => await reader.ReadAsync();

    private static async IAsyncEnumerable<int> Failing()
    {
        await Task.Yield();
        yield return 1;
        throw new FormatException("no more");
    }

    private static async IAsyncEnumerable<int> Endless(Action disposed, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        try
        {
            for (int i = 0; !cancellation.IsCancellationRequested; i++)
            {
                await Task.Yield();
                yield return i;
            }
        }
        finally
        {
            disposed();
        }
    }
}
