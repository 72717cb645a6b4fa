using Rustrt.Federation.Memory;
using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Aot;

/// <summary>What tasks do: spawn, pipes, select, time, calls that block, failure, memory.</summary>
internal static class Tasks
{
    private static readonly TaskLocal<string> s_name = new();

    internal static void Run()
    {
        int status = Federation.Run(All(), new FederationOptions { MainSchedulers = 2, ExchangeLeaks = static leaks => Console.WriteLine($"leaks: {leaks.Count}") });
        Console.WriteLine($"status: {status}");
        status = Federation.Run(Fail(), new FederationOptions { MainTaskFailed = static report => Console.WriteLine($"failed: {report.Failure.Exception.Message}") });
        Console.WriteLine($"status: {status}");
    }

    private static async GreenTask All()
    {
        Console.WriteLine($"spawn: {await GreenTask.Spawn(Sum(0, 100_000))}");

        var (questions, asked) = Pipe.Bounded<(int Number, OneShotSender<int> Reply)>(2);
        GreenTask.Spawn(Square(asked), asked).Detach();
        var (reply, replied) = Pipe.OneShot<int>();
        reply.Release();
        await questions.Send((12, reply));
        Console.WriteLine($"pipes: {(await replied.Receive()).Value}");
        questions.Dispose();

        var (words, heard) = Pipe.Stream<string>();
        var (numbers, counted) = Pipe.Rendezvous<int>();
        GreenTask.Spawn(Send(numbers, 7), numbers).Detach();
        var first = await Pipe.Select(heard, counted);
        Console.WriteLine($"select: {first.Status}, {(await counted.Receive()).Value}");
        words.Dispose();

        Console.WriteLine($"limit: {(await Pipe.Stream<int>().Receiver.Receive().Within(TimeSpan.FromMilliseconds(1))).Status}");
        var sleeper = GreenTask.Spawn(Sleep());
        sleeper.Cancel();
        Console.WriteLine($"cancel: {await sleeper}");
        Console.WriteLine($"blocking: {await GreenTask.RunBlocking(static () => Thread.CurrentThread.Name is not null)}");
        Console.WriteLine($"foreign: {await Task.Run(static () => 5)}");

        var outcome = await GreenTask.Spawn(Fail()).Try();
        Console.WriteLine($"try: {outcome.Kind}, {outcome.Exception!.Message}");
        try
        {
            await Supervisor.Run(new SupervisorOptions { MaximumRestarts = 2 }, new ChildSpec("child", Fail) { Restart = RestartMode.Transient });
        }
        catch (SupervisorFailedException e)
        {
            Console.WriteLine($"supervisor: {e.Message}");
        }

        s_name.Value = "main";
        await GreenTask.Yield();
        Console.WriteLine($"local: {s_name.Value}");
        using (var block = ExchangeHeap.Allocate<int>(4))
        {
            block.Span.Fill(3);
            Console.WriteLine($"exchange heap: {block.Span[3]}");
        }
        using (var box = LocalHeap.Current.Box(new Closed("box"))) Console.WriteLine($"local heap: {box.Value.Name}");
        Console.WriteLine($"context: {RuntimeService.Current.TryTask(out _)}");
    }

    private static async GreenTask<long> Sum(int from, int to)
    {
        if (to - from <= 1000) return Enumerable.Range(from, to - from).Sum(static number => (long)number);
        int middle = (from + to) / 2;
        var left = GreenTask.Spawn(Sum(from, middle));
        long right = await Sum(middle, to);
        return right + await left;
    }

    private static async GreenTask Square(Receiver<(int Number, OneShotSender<int> Reply)> questions)
    {
        await foreach (var (number, reply) in questions) reply.Send(number * number);
    }

    private static async GreenTask Send(Sender<int> to, int value) => await to.Send(value);

    private static async GreenTask<WaitStatus> Sleep() => await GreenTask.Sleep(TimeSpan.FromHours(1));

    private static async GreenTask Fail()
    {
        await GreenTask.Yield();
        throw new InvalidOperationException("broken");
    }

    private sealed class Closed(string name) : IDisposable
    {
        internal string Name => name;

        public void Dispose() => Console.WriteLine($"closed: {name}");
    }
}
