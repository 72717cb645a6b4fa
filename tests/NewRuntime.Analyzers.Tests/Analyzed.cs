using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Rustrt.Federation.Analyzers.Tests;

/// <summary>What the analyzers say of a piece of code.</summary>
internal static class Analyzed
{
    private const string Around = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using Rustrt.Federation;
        using Rustrt.Federation.Pipes;

        class Program
        {
            Task<int> _task;
            static GreenTask<int> Count() => default;
            static GreenTask Work() => default;
            static Task<int> Ordinary() => Task.FromResult(1);

        #nullable disable
        """;

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers = [new DropAnalyzer(), new AwaitAnalyzer(), new BlockingAnalyzer()];

    private static readonly MetadataReference[] s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(':').Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>What is found in the body of a green task, as 'rule: code'.</summary>
    public static Task<string[]> InTask(string body) => InClass($"async GreenTask Method(Sender<int> to, Receiver<int> from, Task<int> other)\n{{\n{body}\n}}");

    /// <summary>What is found in members of a class.</summary>
    public static async Task<string[]> InClass(string members) => [.. (await Of(members)).Select(found => $"{found.Id}: {CodeOf(found)}")];

    /// <summary>The messages of what is found.</summary>
    public static async Task<string> Message(string body) =>
        Assert.Single(await Of($"async GreenTask Method(Sender<int> to, Receiver<int> from, Task<int> other)\n{{\n{body}\n}}")).GetMessage();

    /// <summary>What is found, in the order of the code.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> Of(string members)
    {
        var compilation = CSharpCompilation.Create(
            "analyzed", [CSharpSyntaxTree.ParseText($"{Around}\n{members}\n}}")], s_references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var mistakes = compilation.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(mistakes.Count == 0, string.Join('\n', mistakes));
        var found = await compilation.WithAnalyzers(s_analyzers).GetAnalyzerDiagnosticsAsync();
        return [.. found.OrderBy(one => one.Location.SourceSpan.Start)];
    }

    private static string CodeOf(Diagnostic found) => found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan);
}
