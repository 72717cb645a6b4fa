using Rustrt.Federation;

/// <summary>A site whose pages link to each other; slow now and then, and broken now and then.</summary>
internal sealed class Network(int pages)
{
    public async GreenTask<int[]> Fetch(int page)
    {
        var random = Simulation.Current!.Random;
        await GreenTask.Sleep(TimeSpan.FromMilliseconds(random.Next(20, 400)));
        if (random.Next(10) == 0) throw new HttpRequestException($"page {page} could not be fetched");
        return [.. new[] { page / 2, (2 * page) + 1, (2 * page) + 2 }.Where(link => link < pages)];
    }
}
