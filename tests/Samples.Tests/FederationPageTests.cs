using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Rustrt.Samples.Tests.Support;

namespace Rustrt.Samples.Tests;

/// <summary>docs/federation.md, followed to the letter outside of the repository, and the snippets of the pages beside it.</summary>
public sealed partial class FederationPageTests : IDisposable
{
    private const string Usings = "using Rustrt.Federation;\nusing Rustrt.Federation.Memory;\nusing Rustrt.Federation.Pipes;\n";

    private readonly string _root = Directory.CreateTempSubdirectory("page-test-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void From_an_empty_folder_to_a_running_program_and_every_snippet_compiles()
    {
        var commands = Fences("docs/federation.md", "sh");
        var snippets = Fences("docs/federation.md", "csharp");
        Assert.Equal(2, commands.Count);
        Assert.InRange(snippets[0].Split('\n').Count(line => line.Length > 0), 1, 15);

        Shell(commands[0]).Good();
        File.WriteAllText(Path.Combine(_root, "hello/Program.cs"), snippets[0]);
        Assert.Equal("hello\nfederation\n", Shell($"cd hello\n{commands[1]}").Good().Output);

        Assert.InRange(snippets.Count, 7, 25);
        File.WriteAllText(Path.Combine(_root, "hello/Snippets.cs"), Usings + Classes(snippets.Skip(1)));
        Shell("cd hello\ndotnet build -nologo -warnaserror").Good();

        int serving = snippets.FindIndex(snippet => snippet.Contains("PosixSignal.SIGTERM", StringComparison.Ordinal)) - 1;
        File.WriteAllText(Path.Combine(_root, "hello/Program.cs"), $"return Snippet{serving}.ServeUntilTerminated();\n");
        File.WriteAllText(Path.Combine(_root, "hello/Snippets.cs"), Usings + Classes(snippets.Skip(1)).Replace("static int Serve", "internal static int Serve", StringComparison.Ordinal));
        Shell("cd hello\ndotnet build -nologo -warnaserror").Good();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(_root, "hello/bin/Debug/net10.0/hello.dll")]) { RedirectStandardOutput = true })!;
        Assert.Equal("serving", process.StandardOutput.ReadLine());
        Shell($"kill -TERM {process.Id}").Good();
        Assert.Matches("^(tick\n)*cleared up\n$", process.StandardOutput.ReadToEnd());
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public void Snippets_about_observing_compile()
    {
        var snippets = Fences("docs/federation-observing.md", "csharp");
        Assert.InRange(snippets.Count, 4, 10);
        NewProgram("observing", ("Rustrt.Federation.Logging", "*-*"));
        File.WriteAllText(Path.Combine(_root, "observing/Program.cs"), "return 0;\n");
        File.WriteAllText(
            Path.Combine(_root, "observing/Snippets.cs"),
            $"using Microsoft.Extensions.Logging;\nusing Microsoft.Extensions.Logging.Abstractions;\nusing Rustrt.Federation.Logging;\n{Usings}{Classes(snippets)}");
        Shell("cd observing\ndotnet build -nologo -warnaserror").Good();
    }

    [Fact]
    public void The_program_of_the_loggers_page_logs()
    {
        NewProgram("logging", ("Rustrt.Federation.Logging", "*-*"));
        File.WriteAllText(Path.Combine(_root, "logging/Program.cs"), Assert.Single(Fences("src/NewRuntime.Logging/README.md", "csharp")));
        var outcome = Shell("cd logging\ndotnet build -nologo -warnaserror >&2\ndotnet bin/Debug/net10.0/logging.dll 2>&1").Good();
        Assert.Matches(@"^\S+Z info Hello \[scheduler 2\.\d+\]: listening on 8080\n$", outcome.Output);
    }

    [Fact]
    public void The_program_of_the_hosts_page_compiles()
    {
        NewProgram("hosting", ("Rustrt.Federation.Hosting", "*-*"), ("Microsoft.Extensions.Hosting", "9.0.*"));
        File.WriteAllText(Path.Combine(_root, "hosting/Program.cs"), Assert.Single(Fences("src/NewRuntime.Hosting/README.md", "csharp")));
        Shell("cd hosting\ndotnet build -nologo -warnaserror").Good();
    }

    private static string Classes(IEnumerable<string> snippets)
    {
        var text = new StringBuilder();
        foreach (var (index, snippet) in snippets.Index()) text.Append($"internal static class Snippet{index}\n{{\n{snippet}}}\n");
        return text.ToString();
    }

    private static List<string> Fences(string page, string language) =>
        [.. Fence().Matches(File.ReadAllText(Path.Combine(Repository.Root, page)))
            .Where(fence => fence.Groups["language"].Value == language).Select(fence => fence.Groups["text"].Value)];

    private void NewProgram(string name, params (string Package, string Version)[] references) =>
        PackageProject.Create(Path.Combine(_root, name), name, references);

    private Outcome Shell(string commands) => Tool.Run(_root, "", "bash", "-ec", $"PACKAGES='{Repository.Packages}'\n{commands}");

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
