// Ends of pipes belong to a task or a thread, and ordinary async code is neither: it goes on anywhere. So a task stands between
// the two. What it does is a cold call, to be awaited or spawned with the failure policy that fits; only for an ordinary
// consumer, who has no task, is it spawned here.
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Rustrt.Federation.Pipes;

/// <summary>Between pipes and ordinary async code: <see cref="Channel{T}"/> and <see cref="IAsyncEnumerable{T}"/>.</summary>
public static class PipeStreams
{
    /// <summary>
    /// Sends all of a sequence: that of a channel is <see cref="ChannelReader{T}.ReadAllAsync"/>. Ends with the sequence, or with the first
    /// value that nobody will receive; then the sequence is disposed. A sequence that fails is this call's exception.
    /// </summary>
    /// <exception cref="OperationCanceledException">The task was cancelled. While it waits for the sequence that is seen if the sequence
    /// takes notice of the token that it is enumerated with.</exception>
    [Service("pipes, awaiting", ServiceNeeds.Task)]
    public static async GreenTask SendAll<T>(this SendingEnd<T> to, IAsyncEnumerable<T> values)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(values);
        await foreach (var value in values.WithCancellation(GreenTask.CancellationToken))
        {
            var status = await to.Send(value);
            if (status == WaitStatus.Closed) return;
            status.OrThrow();
        }
    }

    /// <summary>
    /// Writes all that a pipe brings into a channel and completes that: with nothing when all senders are gone, with what ends this
    /// call if that is an exception. Ends, too, with the first value that the channel refuses since somebody else has completed it.
    /// </summary>
    /// <exception cref="OperationCanceledException">The task was cancelled.</exception>
    [Service("pipes, awaiting", ServiceNeeds.Task)]
    public static async GreenTask ReceiveAll<T>(this Receiver<T> from, ChannelWriter<T> to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        try
        {
            await foreach (var value in from) await to.WriteAsync(value, GreenTask.CancellationToken);
            to.TryComplete();
        }
        catch (ChannelClosedException)
        {
            // Nobody reads any more.
        }
        catch (Exception e)
        {
            to.TryComplete(e);
            throw;
        }
    }

    /// <summary>
    /// The values of a pipe for ordinary async code. The owner calls this and gives the end up; it is closed when the enumeration ends,
    /// so that senders learn of it. To be enumerated once, and not never: the end belongs to nobody before.
    /// </summary>
    /// <param name="from">The end.</param>
    /// <param name="group">Where the task lives that stands in between.</param>
    /// <param name="ahead">How many values it may take before they are asked for; at least 1.</param>
    /// <exception cref="InvalidOperationException">The end belongs to another task or thread. When enumerated: the group has ended.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ahead"/> is below 1.</exception>
    [Service("pipes, for ordinary async code", ServiceNeeds.Federation)]
    public static IAsyncEnumerable<T> ToAsyncEnumerable<T>(this Receiver<T> from, SchedulerGroup group, int ahead = 1)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(group);
        ArgumentOutOfRangeException.ThrowIfLessThan(ahead, 1);
        from.Release();
        return Enumerate(from, group, ahead);
    }

    private static async IAsyncEnumerable<T> Enumerate<T>(
        Receiver<T> from, SchedulerGroup group, int ahead, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var channel = Channel.CreateBounded<T>(new BoundedChannelOptions(ahead) { SingleReader = true, SingleWriter = true });
        var task = group.Spawn(Between(from, channel.Writer));
        try
        {
            await foreach (var value in channel.Reader.ReadAllAsync(cancellation).ConfigureAwait(false)) yield return value;
        }
        finally
        {
            task.Cancel();
            task.Detach();
        }
    }

    // Ends well when it is cancelled: its consumer has left, and that is no failure to be reported.
    private static async GreenTask Between<T>(Receiver<T> from, ChannelWriter<T> to)
    {
        try
        {
            await from.ReceiveAll(to);
        }
        catch (OperationCanceledException) when (GreenTask.IsCancelled)
        {
            // The channel says so to a consumer that is still there.
        }
    }
}
