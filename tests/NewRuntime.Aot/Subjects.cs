using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rustrt.Federation.Logging;
using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Aot;

/// <summary>What is around tasks: dump and meter, logging, simulation, hosting.</summary>
internal static class Subjects
{
    internal static void Observe() => Federation.Run(Observed(), new FederationOptions { MainSchedulers = 1 });

    internal static void Log()
    {
        using var provider = new FederationLoggerProvider(Console.Out, LogFilter.Parse("off"));
        Federation.Run(Logged(provider));
        var counter = new LineCounter();
        using (var counted = new FederationLoggerProvider(counter, LogFilter.Parse("info"))) Federation.Run(Logged(counted));
        Console.WriteLine($"logging: {counter.Lines} lines");
    }

    internal static void Simulate()
    {
        string Order(int seed)
        {
            var order = new List<string>();
            Simulation.Run(seed, () => Simulated(order));
            return string.Concat(order);
        }
        Console.WriteLine($"simulation: {Order(1)}, again: {Order(1) == Order(1)}");
    }

    internal static void Host()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddFederation(static options => options.Main = static services => Hosted(services.GetRequiredService<IHostApplicationLifetime>()));
        using var host = builder.Build();
        host.Run();
        Console.WriteLine("host: stopped");
    }

    private static async GreenTask Observed()
    {
        var (sender, receiver) = Pipe.Stream<List<string>>();
        var reader = GreenTask.Spawn(Read(receiver), new SpawnOptions { Name = "reader" }, receiver);
        while (Scheduler.Current!.Group.Federation.Dump().All(static task => !task.IsWaiting)) await GreenTask.Yield();
        foreach (var task in Scheduler.Current!.Group.Federation.Dump().OrderBy(static task => task.Id))
            Console.WriteLine($"dump: {task.Name} in {task.Method}, waits for {task.Wait?.For ?? "nothing"}");

        using var listener = new MeterListener();
        var names = new SortedSet<string>(StringComparer.Ordinal);
        listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Rustrt.Federation") listener.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, _, _) => names.Add(instrument.Name));
        listener.Start();
        listener.RecordObservableInstruments();
        Console.WriteLine($"meter: {string.Join(", ", names)}");
        sender.Dispose();
        await reader;
    }

    private static async GreenTask Read(Receiver<List<string>> from) => await from.Receive();

    private static async GreenTask Logged(FederationLoggerProvider provider)
    {
        provider.StartLogger();
        var log = provider.CreateLogger("Aot");
        for (int i = 0; i < 10; i++) log.Log(LogLevel.Information, default, i, null, static (number, _) => $"record {number}");
        await GreenTask.Yield();
    }

    private static async GreenTask Simulated(List<string> order)
    {
        var tasks = new JoinHandle[4];
        for (int i = 0; i < tasks.Length; i++) tasks[i] = GreenTask.Spawn(Note(order, i));
        foreach (var task in tasks) await task;
    }

    private static async GreenTask Note(List<string> order, int number)
    {
        await GreenTask.Sleep(TimeSpan.FromDays(1));
        lock (order) order.Add($"{number}");
    }

    private static async GreenTask Hosted(IHostApplicationLifetime lifetime)
    {
        await GreenTask.Yield();
        Console.WriteLine("host: runs");
        lifetime.StopApplication();
    }

    private sealed class LineCounter : StringWriter
    {
        internal int Lines => ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
    }
}
