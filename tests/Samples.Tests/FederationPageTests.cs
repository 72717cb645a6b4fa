using System.Text;
using System.Text.RegularExpressions;
using Rustrt.Samples.Tests.Support;

namespace Rustrt.Samples.Tests;

/// <summary>docs/federation.md, followed to the letter outside of the repository.</summary>
public sealed partial class FederationPageTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("page-test-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void From_an_empty_folder_to_a_running_program_and_every_snippet_compiles()
    {
        var (commands, snippets) = Read();
        Assert.Equal(2, commands.Count);
        Assert.InRange(snippets[0].Split('\n').Count(line => line.Length > 0), 1, 15);

        Shell(commands[0]).Good();
        File.WriteAllText(Path.Combine(_root, "hello/Program.cs"), snippets[0]);
        Assert.Equal("hello\nfederation\n", Shell($"cd hello\n{commands[1]}").Good().Output);

        var rest = new StringBuilder("using Rustrt.Federation;\nusing Rustrt.Federation.Memory;\nusing Rustrt.Federation.Pipes;\n");
        foreach (var (index, snippet) in snippets.Skip(1).Index()) rest.Append($"internal static class Snippet{index}\n{{\n{snippet}}}\n");
        File.WriteAllText(Path.Combine(_root, "hello/Snippets.cs"), rest.ToString());
        Assert.InRange(snippets.Count, 7, 20);
        Shell("cd hello\ndotnet build -nologo -warnaserror").Good();
    }

    private static (List<string> Commands, List<string> Snippets) Read()
    {
        var fences = Fence().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs/federation.md")));
        List<string> Of(string language) => [.. fences.Where(fence => fence.Groups["language"].Value == language).Select(fence => fence.Groups["text"].Value)];
        return (Of("sh"), Of("csharp"));
    }

    private Outcome Shell(string commands) => Tool.Run(_root, "", "bash", "-ec", $"PACKAGES='{Repository.Packages}'\n{commands}");

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
