using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rustrt.Federation;
using Rustrt.Federation.Pipes;

/// <summary>Works on orders, all at the same time. An order is "NAME MILLISECONDS".</summary>
internal sealed partial class Worker(Federation federation, IHostApplicationLifetime lifetime, ILogger<Worker> logger)
{
    private int _done;

    /// <summary>The main task: it ends when there are no more orders, or the host stops.</summary>
    public async GreenTask Take(Receiver<string> orders)
    {
        federation.RunAtExit(Report);
        while ((await orders.Receive()).TryGet(out var order)) GreenTask.Spawn(Work(order), new SpawnOptions { Name = order }).Detach();
        lifetime.StopApplication();
    }

    // Not cancelled when the host stops, for it has some seconds to end by itself (FederationHostOptions.Drain).
    private async GreenTask Work(string order)
    {
        var words = order.Split(' ');
        if (words.Length != 2 || !int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out int milliseconds))
        {
            LogNoOrder(order);
            return;
        }
        Console.WriteLine($"{words[0]}: begun");
        var slept = await GreenTask.Sleep(TimeSpan.FromMilliseconds(milliseconds));
        if (slept == WaitStatus.Completed) Interlocked.Increment(ref _done);
        Console.WriteLine($"{words[0]}: {(slept == WaitStatus.Completed ? "done" : "given up")}");
    }

    private async GreenTask Report()
    {
        await GreenTask.Yield();
        Console.WriteLine($"{_done} done");
    }

    [LoggerMessage(1, LogLevel.Warning, "'{Order}' is no order; one is 'NAME MILLISECONDS'")]
    private partial void LogNoOrder(string order);
}
