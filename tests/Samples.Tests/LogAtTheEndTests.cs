using System.Diagnostics;
using System.Text.RegularExpressions;
using Rustrt.Samples.Tests.Support;

namespace Rustrt.Samples.Tests;

/// <summary>
/// A program that ends while its log is not written yet: it logs in one turn of its only scheduler, where the logger task cannot get a
/// turn, and ends in the same turn. Built with the package Rustrt.Federation.Logging alone.
/// </summary>
public sealed partial class LogAtTheEndTests(LogAtTheEndTests.Program program) : IClassFixture<LogAtTheEndTests.Program>
{
    private const int SigAbort = 134;

    [Fact]
    public void When_the_process_exits_everything_is_written() => AssertAll(program.Run("exit"), 3);

    [Fact]
    public void When_an_unhandled_exception_ends_it_everything_is_written() => AssertAll(program.Run("throw"), SigAbort);

    [Theory]
    [InlineData("TERM", 143)]
    [InlineData("HUP", 129)]
    public void When_a_signal_ends_it_everything_is_written(string signal, int exitCode)
    {
        using var process = program.Start("hang");
        Assert.Equal("logged", process.StandardOutput.ReadLine());
        Tool.Run(".", "", "kill", $"-{signal}", $"{process.Id}").Good();
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        AssertAll(new Outcome(process.ExitCode, "", errors), exitCode);
    }

    [Fact]
    public void An_output_that_nobody_reads_does_not_keep_it_for_ever()
    {
        using var process = program.Start("exit", "100"); // the limit, in milliseconds; 2,000 lines are more than a pipe of the system holds
        bool ended = process.WaitForExit(TimeSpan.FromMinutes(2));
        if (!ended) process.Kill();
        Assert.True(ended, "it waits for a reader");
        Assert.Equal(3, process.ExitCode);
    }

    private static void AssertAll(Outcome outcome, int exitCode)
    {
        Assert.Equal(exitCode, outcome.ExitCode);
        Assert.Equal(Enumerable.Range(0, 2000), Number().Matches(outcome.Errors).Select(match => int.Parse(match.Groups["number"].Value)));
    }

    [GeneratedRegex(@" info A \[scheduler 2\.0\]: number (?<number>\d+) ")]
    private static partial Regex Number();

    /// <summary>The program, built once.</summary>
    public sealed class Program : IDisposable
    {
        private readonly string _root = Directory.CreateTempSubdirectory("log-test-").FullName;

        public Program()
        {
            PackageProject.Create(_root, "Ends", ("Rustrt.Federation.Logging", "*-*"));
            File.WriteAllText(Path.Combine(_root, "Program.cs"), """
                using Microsoft.Extensions.Logging;
                using Rustrt.Federation;
                using Rustrt.Federation.Logging;

                var options = new FederationLoggerOptions();
                if (args.Length > 1) options.ExitLimit = TimeSpan.FromMilliseconds(int.Parse(args[1]));
                var provider = new FederationLoggerProvider(options);
                return Federation.Run(Main(), new FederationOptions { MainSchedulers = 1, StallAfter = Timeout.InfiniteTimeSpan });

                async GreenTask Main()
                {
                    provider.StartLogger();
                    var log = provider.CreateLogger("A");
                    for (int i = 0; i < 2000; i++) log.LogInformation("number {Number} {Rest}", i, new string('x', 100));
                    if (args[0] == "exit") Environment.Exit(3);
                    if (args[0] == "throw") new Thread(() => throw new InvalidOperationException("unhandled")).Start();
                    Console.WriteLine("logged");
                    Thread.Sleep(Timeout.Infinite);
                    await GreenTask.Yield();
                }
                """);
            Tool.Run(_root, "", "dotnet", "build", "-nologo").Good();
        }

        internal Outcome Run(params string[] arguments) => Tool.Run(_root, "", "dotnet", ["bin/Debug/net10.0/Ends.dll", .. arguments]);

        internal Process Start(params string[] arguments) => Process.Start(
            new ProcessStartInfo("dotnet", ["bin/Debug/net10.0/Ends.dll", .. arguments]) { WorkingDirectory = _root, RedirectStandardOutput = true, RedirectStandardError = true })!;

        public void Dispose() => Directory.Delete(_root, recursive: true);
    }
}
