using System.Diagnostics;
using Rustrt.Samples.Tests.Support;

namespace Rustrt.Samples.Tests;

/// <summary>What a user of the package is told of mistakes, without having asked for it.</summary>
[Collection(nameof(BuiltSamples))]
public sealed class MisuseTests(BuiltSamples samples)
{
    [Fact]
    public void A_task_that_waits_for_itself_is_told_by_the_compiler_and_while_it_does()
    {
        string project = Make("waits", """
            using Rustrt.Federation;

            return Federation.Run(Main(), new FederationOptions { MainSchedulers = 1 });

            static async GreenTask Main()
            {
                var answer = GreenTask.Spawn(Answer()).AsTask();
                Console.WriteLine(answer.Result); // the one scheduler stands still, so there will be no answer
                await GreenTask.Yield();
            }

            static async GreenTask<int> Answer()
            {
                await GreenTask.Yield();
                return 42;
            }
            """);
        var built = Tool.Run(project, "", "dotnet", "build", "-nologo", "-p:TreatWarningsAsErrors=false").Good();
        Assert.Contains("Program.cs(8,23): warning FED003: 'Task.Result' blocks the thread of the scheduler", built.Output, StringComparison.Ordinal);

        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(project, "bin/Debug/net10.0/Misuse.dll")]) { RedirectStandardError = true })!;
        string? line = process.StandardError.ReadLine();
        process.Kill();
        Assert.Matches(@"^rustrt: scheduler 2\.0 has been in one turn of task Main in Main, blocked in Task\.\w+ at Program\.cs:8, for \d+ ms\. ", line);
    }

    [Fact]
    public void A_forgotten_await_does_not_build_where_warnings_are_errors()
    {
        string project = Make("forgets", """
            using Rustrt.Federation;
            using Rustrt.Federation.Pipes;

            return Federation.Run(Main());

            static async GreenTask Main()
            {
                var (to, from) = Pipe.Bounded<int>(1);
                to.Send(1);
                to.Send(2);
                await from.Receive();
            }
            """);
        var built = Tool.Run(project, "", "dotnet", "build", "-nologo");
        Assert.NotEqual(0, built.ExitCode);
        Assert.Contains("Program.cs(9,5): error FED001: 'Send' is dropped", built.Output, StringComparison.Ordinal);
        Assert.Contains("Program.cs(10,5): error FED001: 'Send' is dropped", built.Output, StringComparison.Ordinal);
    }

    private string Make(string name, string program)
    {
        string folder = samples.At(name);
        Directory.CreateDirectory(folder);
        File.Copy(Path.Combine(Repository.Root, "samples/pipeline/Pipeline.csproj"), Path.Combine(folder, "Misuse.csproj"));
        File.WriteAllText(Path.Combine(folder, "Program.cs"), program);
        return folder;
    }
}
