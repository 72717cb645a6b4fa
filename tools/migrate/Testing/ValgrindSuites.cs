using System.Text.Json;
using Rustrt.Migrate.Build;

namespace Rustrt.Migrate.Testing;

/// <summary>The callers, and those tests of the old runtime that switch stacks most, under valgrind's memcheck.</summary>
internal static class ValgrindSuites
{
    private const string Build = "artifacts/build/legacy";

    // Half of the tests; of the others those of the heap misuse it, and the rest would tell nothing new.
    private const string Sample = @"^(stacks|tasks|events|failure|kill|task_local_data|threads)\.";

    // It takes all addresses, of which memcheck needs some itself.
    private const string LeftOut = @"^threads\.a_thread_that_cannot_be_created_aborts$";

    // An error gives a test's child a status that none expects, and marks its lines for the callers.
    private static readonly string[] s_valgrind =
        ["valgrind", "-q", "--trace-children=yes", "--error-exitcode=99", "--error-markers=memcheck-error,memcheck-error"];

    public static Suite Callers() => new("test-valgrind-callers", "callers under valgrind", async step =>
        await new InstrumentedCallers(step.Layout.LegacyDirectory, step.Layout.CallersDirectory,
            // It looks for a stack among all there are: a storm of 100,000 took longer than all other callers together.
            new Instrument(s_valgrind, new Dictionary<string, string>(), Slowdown: 30, MostTasks: 4000)).Run(step));

    public static Suite Tests() => new("test-valgrind-legacy", "a sample of the legacy runtime's tests under valgrind", async step =>
    {
        var result = SuiteResult.Empty;
        foreach (var (name, command) in await SampleOfTests(step))
        {
            string[] words = ["LD_BIND_NOW=1", .. s_valgrind, .. command];
            var failed = await step.Try("env", words) != 0;
            result += failed ? new SuiteResult(0, [new FailedTest(name, "env " + string.Join(' ', words), step.LastLine)]) : new SuiteResult(1, []);
        }
        return result.Passed + result.Failed > 0 ? result : throw new StepFailedException($"{Build} has none of the tests {Sample}");
    });

    private static async Task<IReadOnlyList<(string Name, string[] Command)>> SampleOfTests(StepContext step)
    {
        var output = new List<string>();
        await step.Try(output.Add, "ctest", "--test-dir", Build, "--show-only=json-v1", "-R", Sample, "-E", LeftOut);
        // ctest says where it changes to before the JSON begins.
        using var listed = JsonDocument.Parse(string.Join('\n', output.SkipWhile(line => !line.StartsWith('{'))));
        return [.. listed.RootElement.GetProperty("tests").EnumerateArray().Select(test => (test.GetProperty("name").GetString()!,
            test.GetProperty("command").EnumerateArray().Select(word => word.GetString()!).ToArray()))];
    }
}
