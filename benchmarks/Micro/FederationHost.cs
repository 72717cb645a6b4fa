using Rustrt.Federation.Pipes;
using Rustrt.Federation.Workloads.Running;

namespace Rustrt.Federation.Micro;

/// <summary>
/// A federation that lives as long as a benchmark and passes workloads for the benchmark's thread, so that neither its start nor its end is
/// measured. One pass costs a message in and one out besides, which is why every pass has many operations.
/// </summary>
internal sealed class FederationHost : IDisposable
{
    private readonly Sender<Workload> _requests;
    private readonly Receiver<Exception?> _answers;
    private readonly Thread _platform;

    public FederationHost()
    {
        (_requests, var requests) = Pipe.Bounded<Workload>(1);
        (var answers, _answers) = Pipe.Bounded<Exception?>(1);
        // Free ends: the task that uses them first owns them.
        requests.Release();
        answers.Release();
        _platform = new Thread(() => Federation.Run(Serve(requests, answers))) { IsBackground = true, Name = "federation" };
        _platform.Start();
    }

    /// <summary>Has a workload passed once.</summary>
    /// <exception cref="InvalidOperationException">It did not do what it was to do.</exception>
    public void Pass(Workload workload)
    {
        _requests.SendBlocking(workload);
        if (_answers.ReceiveBlocking().Value is { } failure)
        {
            throw new InvalidOperationException("The workload failed.", failure);
        }
    }

    public void Dispose()
    {
        _requests.Dispose();
        _platform.Join();
    }

    private static async GreenTask Serve(Receiver<Workload> requests, Sender<Exception?> answers)
    {
        while ((await requests.Receive()).TryGet(out var workload))
        {
            Exception? failure = null;
            try
            {
                await GreenTask.Spawn(workload.Pass(new Measurement()));
            }
            catch (Exception error)
            {
                failure = error;
            }
            await answers.Send(failure);
        }
    }
}
