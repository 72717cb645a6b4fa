using Rustrt.Federation;
using Rustrt.Federation.Pipes;

/// <summary>
/// Fetches every page that can be reached from page 0. It knows nothing of simulation: for the real world <paramref name="fetch"/>
/// goes over HTTP, and the clock is the system's.
/// </summary>
/// <param name="fetch">Fetches a page and returns its links; fails by an <see cref="HttpRequestException"/>.</param>
/// <param name="clock">Says when requests were made.</param>
internal sealed class Crawler(Func<int, GreenTask<int[]>> fetch, TimeProvider clock)
{
    private const int Attempts = 5;

    private readonly record struct Answer(int Page, int[]? Links);

    /// <summary>The least time between two requests.</summary>
    public required TimeSpan Every { get; init; }

    /// <summary>Most requests under way.</summary>
    public required int AtOnce { get; init; }

    public int Fetched { get; private set; }

    /// <summary>When requests were made.</summary>
    public List<long> Requests { get; } = [];

    public int MostInOneSecond => Requests.Max(start =>
        Requests.Count(time => time >= start && clock.GetElapsedTime(start, time) < TimeSpan.FromSeconds(1)));

    /// <summary>Decides what is fetched, and once more if that failed.</summary>
    public async GreenTask Run()
    {
        var (orders, ordered) = Pipe.Stream<int>();
        var (answers, answered) = Pipe.Shared<Answer>();
        GreenTask.Spawn(Dispatch(ordered, answers), new SpawnOptions { Name = "dispatch", Failure = FailurePolicy.Linked }, ordered, answers).Detach();

        var seen = new HashSet<int> { 0 };
        var failures = new Dictionary<int, int>();
        await orders.Send(0);
        for (int open = 1; open > 0;)
        {
            var answer = (await answered.Receive()).OrThrow();
            if (answer.Links is null && (failures[answer.Page] = failures.GetValueOrDefault(answer.Page) + 1) < Attempts)
            {
                await orders.Send(answer.Page);
                continue;
            }
            open--;
            if (answer.Links is null) continue;
            Fetched++;
            foreach (int link in answer.Links.Where(seen.Add))
            {
                open++;
                await orders.Send(link);
            }
        }
    }

    /// <summary>Decides when: all requests pass here, so that this is where the rate is limited.</summary>
    private async GreenTask Dispatch(Receiver<int> orders, SharedSender<Answer> answers)
    {
        var underWay = new Queue<JoinHandle>();
        await foreach (int page in orders)
        {
            if (underWay.Count == AtOnce) await underWay.Dequeue();
            Requests.Add(clock.GetTimestamp());
            var mine = answers.Clone();
            underWay.Enqueue(GreenTask.Spawn(Request(page, mine), new SpawnOptions { Failure = FailurePolicy.Linked }, mine));
            await GreenTask.Sleep(Every);
        }
        foreach (var request in underWay) await request;
    }

    private async GreenTask Request(int page, SharedSender<Answer> answers)
    {
        int[]? links = null;
        try
        {
            links = await fetch(page);
        }
        catch (HttpRequestException)
        {
            // The answer without links says so.
        }
        await answers.Send(new Answer(page, links));
    }
}
