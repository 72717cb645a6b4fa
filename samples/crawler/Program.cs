// A crawler with a rate limit, tried on a network that does not exist: Simulation runs it on one thread in virtual time. Each seed
// is another order of events and other troubles; one that fails is repeated by its number.
using Rustrt.Federation;

int first = 0;
if (args.Length > 1 || (args.Length == 1 && !int.TryParse(args[0], out first)))
{
    Console.Error.WriteLine("usage: Crawler [SEED]");
    return 2;
}
for (int seed = first; seed < first + 20; seed++)
{
    Crawler crawler = null!;
    var run = Simulation.Run(seed, () =>
    {
        crawler = new Crawler(new Network(60).Fetch, Simulation.Current!.Time) { Every = TimeSpan.FromMilliseconds(100), AtOnce = 2 };
        return crawler.Run();
    });
    Console.WriteLine($"seed {seed}: {crawler.Fetched} pages, {crawler.Requests.Count} requests in {run.Elapsed.TotalSeconds:0.0} s, "
        + $"at most {crawler.MostInOneSecond} in one");
}
return 0;
