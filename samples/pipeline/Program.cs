// Hashes the files of a folder on all cores: names -> workers -> one that adds up. Both pipes are bounded, so however many files
// there are, only a few are in memory.
using System.Security.Cryptography;
using Rustrt.Federation;
using Rustrt.Federation.Pipes;

if (args.Length != 1 || !Directory.Exists(args[0]))
{
    Console.Error.WriteLine("usage: Pipeline FOLDER");
    return 2;
}
return Federation.Run(Pipeline.Run(args[0]));

internal sealed record Hashed(string Name, long Bytes, string Hash);

internal static class Pipeline
{
    private const int Ahead = 16;

    public static async GreenTask Run(string folder)
    {
        int workers = Environment.ProcessorCount;
        var (results, received) = Pipe.Shared<Hashed>(Ahead);
        var inputs = new Sender<string>[workers];
        for (int i = 0; i < workers; i++)
        {
            (inputs[i], var names) = Pipe.Bounded<string>(1); // more would wait for a busy worker while others are idle
            var mine = results.Clone();
            GreenTask.Spawn(Hash(names, mine), new SpawnOptions { Name = $"hash {i}", Failure = FailurePolicy.Linked }, names, mine).Detach();
        }
        results.Dispose(); // or the results would not end with the last worker
        GreenTask.Spawn(List(folder, inputs), new SpawnOptions { Failure = FailurePolicy.Linked }, inputs).Detach();

        var all = new SortedDictionary<string, Hashed>(StringComparer.Ordinal);
        await foreach (var one in received) all[one.Name] = one;
        foreach (var one in all.Values) Console.WriteLine($"{one.Hash[..16]}  {one.Bytes,9}  {one.Name}");
        Console.WriteLine($"{all.Count} files, {all.Values.Sum(one => one.Bytes)} bytes");
    }

    // The ends of the pipes are closed when this task ends: that is how the workers learn that there is no more.
    private static async GreenTask List(string folder, Sender<string>[] workers)
    {
        int next = 0;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            // Whoever has room gets it; if nobody has, the next in turn is waited for.
            if (!workers.Any(worker => worker.TrySend(file))) (await workers[next++ % workers.Length].Send(file)).OrThrow();
        }
    }

    private static async GreenTask Hash(Receiver<string> files, SharedSender<Hashed> results)
    {
        await foreach (var file in files)
        {
            var bytes = await GreenTask.RunBlocking(() => File.ReadAllBytes(file)); // a disk may take its time
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
            (await results.Send(new Hashed(file, bytes.Length, hash))).OrThrow();
        }
    }
}
