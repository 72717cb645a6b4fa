using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Rustrt.Samples.Tests.Support;

namespace Rustrt.Samples.Tests;

/// <summary>What the samples promise in their README files.</summary>
[Collection(nameof(BuiltSamples))]
public sealed partial class SampleTests(BuiltSamples samples)
{
    [Fact]
    public void The_pipeline_hashes_every_file_once()
    {
        string folder = samples.At("files");
        Directory.CreateDirectory(Path.Combine(folder, "inner"));
        var expected = new List<string>();
        for (int i = 0; i < 100; i++)
        {
            var file = Path.Combine(folder, i % 2 == 0 ? "inner" : "", $"{i:000}");
            var bytes = new byte[i * 37];
            new Random(i).NextBytes(bytes);
            File.WriteAllBytes(file, bytes);
            expected.Add($"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}  {bytes.Length,9}  {file}");
        }

        var lines = samples.Run("pipeline", "", folder).Good().Lines;

        Assert.Equal(expected.Order(StringComparer.Ordinal), lines[..^1].Order(StringComparer.Ordinal));
        Assert.Equal($"100 files, {37 * 99 * 100 / 2} bytes", lines[^1]);
    }

    [Fact]
    public void A_file_that_cannot_be_read_ends_the_pipeline()
    {
        string folder = samples.At("broken");
        Directory.CreateDirectory(folder);
        File.CreateSymbolicLink(Path.Combine(folder, "nowhere"), "/nowhere/at/all");

        var outcome = samples.Run("pipeline", "", folder);

        Assert.Equal((101, ""), (outcome.ExitCode, outcome.Output));
        Assert.NotEqual("", outcome.Errors);
    }

    [Fact]
    public void The_pipeline_says_what_it_wants() =>
        Assert.Equal(new Outcome(2, "", "usage: Pipeline FOLDER\n"), samples.Run("pipeline", ""));

    [Fact]
    public void A_member_of_the_chat_that_crashes_is_back_for_the_next_message() => Assert.Equal(
        [
            "[ann] ann: hello", "[ann] ann: where was I?", "[bob] ann: hello", "[bob] ann: where was I?", "[bob] bob: crash, ann",
            "[cat] ann: hello", "[cat] ann: where was I?", "[cat] bob: crash, ann", "ann is back", "ann joins", "bob joins", "cat joins",
        ],
        samples.Run("chat", "").Good().Lines.Order(StringComparer.Ordinal));

    [Fact]
    public void The_crawler_finds_all_pages_within_its_rate_and_the_same_way_again()
    {
        var lines = samples.Run("crawler", "").Good().Lines;

        Assert.Equal(20, lines.Length);
        Assert.InRange(lines.Select(line => line.Split(": ")[1]).Distinct().Count(), 10, 20); // each seed is another crawl
        Assert.All(lines, line => Assert.InRange(int.Parse(Crawl().Match(line).Groups["most"].Value), 1, 10));
        Assert.Equal(lines[7..], samples.Run("crawler", "", "7").Good().Lines[..13]);
    }

    [Fact]
    public void The_crawler_says_what_it_wants() =>
        Assert.Equal(new Outcome(2, "", "usage: Crawler [SEED]\n"), samples.Run("crawler", "", "x"));

    [Fact]
    public void Reminders_come_when_their_time_has_come_though_the_loop_is_foreign() => Assert.Equal(
        new Outcome(0, "toast\ntea\n", "'what?' is not a reminder; one is 'MILLISECONDS TEXT'\n"),
        samples.Run("main-loop", "1500 tea\nwhat?\n0 toast\n"));

    [Fact]
    public void Threads_count_words_through_pipes() => Assert.Equal(
        new Outcome(0, "1: 4\n2: 6\n6 words in 2 lines\n", ""), samples.Run("freestanding", "to be or not\nto be\n"));

    [Fact]
    public void A_signal_comes_through_a_pipe_beside_the_lines()
    {
        var start = new ProcessStartInfo("dotnet", [samples.Assembly("freestanding")]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        process.StandardInput.WriteLine("to be or not");
        process.StandardInput.Flush();
        Assert.Equal("1: 4", process.StandardOutput.ReadLine()); // so it waits for the next line

        Tool.Run(samples.At("."), "", "kill", "-TERM", $"{process.Id}").Good();

        Assert.Equal("4 words in 1 lines, then SIGTERM\n", process.StandardOutput.ReadToEnd());
        process.WaitForExit();
        Assert.Equal(1, process.ExitCode);
    }

    [Fact]
    public void The_freestanding_program_carries_nothing_but_the_freestanding_package() => Assert.Equal(
        ["Freestanding.dll", "Rustrt.Federation.Freestanding.dll"],
        Directory.GetFiles(Path.GetDirectoryName(samples.Assembly("freestanding"))!, "*.dll").Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void The_freestanding_package_starts_no_thread()
    {
        string folder = samples.At("threads");
        Directory.CreateDirectory(folder);
        File.Copy(Path.Combine(Repository.Root, "samples/freestanding/Freestanding.csproj"), Path.Combine(folder, "Threads.csproj"));
        File.WriteAllText(Path.Combine(folder, "Program.cs"), """
            using Rustrt.Federation.Pipes;
            using Rustrt.Federation.Queues;

            int before = Threads();
            var (sender, receiver) = Pipe.Bounded<int>(1);
            sender.SendBlocking(1);
            sender.SendBlocking(2, TimeSpan.FromMilliseconds(1)); // waits until its time is over
            Pipe.Select(receiver).Block();
            receiver.ReceiveBlocking();
            receiver.ReceiveBlocking(TimeSpan.FromMilliseconds(1));
            new WorkStealingQueue<string>().TryAdd("a");
            Console.WriteLine(Threads() - before);

            static int Threads() => Directory.GetDirectories("/proc/self/task").Length;
            """);
        Tool.Run(folder, "", "dotnet", "build", "-nologo").Good();

        // The compiler in the background is a thread, too.
        Assert.Equal("0\n", Tool.Run(folder, "", "env", "DOTNET_TieredCompilation=0", "dotnet", "bin/Debug/net10.0/Threads.dll").Good().Output);
    }

    [Fact]
    public void The_worker_does_all_orders_and_ends()
    {
        var outcome = samples.Run("worker", "bread 0\nwhat?\ntea 1\n").Good();
        Assert.Equal(["bread: begun", "bread: done", "tea: begun", "tea: done"], outcome.Lines[..^1].Order(StringComparer.Ordinal));
        Assert.Equal("2 done", outcome.Lines[^1]);
        Assert.Matches(@" warning Worker\[1\] \[scheduler 2\.\d+\]: 'what\?' is no order; one is 'NAME MILLISECONDS'\n", outcome.Errors);
    }

    [Theory]
    [InlineData("00:01:00", "done", 1)]
    [InlineData("00:00:00.001", "given up", 0)]
    public void Asked_to_stop_the_worker_finishes_what_it_has_begun_or_gives_it_up_in_time(string drain, string end, int done)
    {
        var start = new ProcessStartInfo("dotnet", [samples.Assembly("worker")]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["Federation__Drain"] = drain;
        using var process = Process.Start(start)!;
        process.StandardInput.WriteLine("bread 3000");
        process.StandardInput.Flush();
        Assert.Equal("bread: begun", process.StandardOutput.ReadLine());

        Tool.Run(samples.At("."), "", "kill", "-TERM", $"{process.Id}").Good();

        Assert.Equal($"bread: {end}\n{done} done\n", process.StandardOutput.ReadToEnd());
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public void They_are_short()
    {
        Assert.Equal(["chat", "crawler", "freestanding", "main-loop", "pipeline", "worker"], BuiltSamples.Names);
        Assert.All(BuiltSamples.Names, name => Assert.InRange(
            Directory.GetFiles(Path.Combine(Repository.Root, "samples", name), "*.cs").Sum(file => File.ReadLines(file).Count()), 1, 149));
    }

    [GeneratedRegex(@"^seed \d+: 60 pages, \d+ requests in [\d.]+ s, at most (?<most>\d+) in one$")]
    private static partial Regex Crawl();
}
