using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rustrt.Compat.Tests.Fuzz;

/// <summary>A step of a scripted program: a word with numbers, and for a word that ends in a brace further steps.</summary>
internal sealed record Step(string Word, IReadOnlyList<int> Numbers, IReadOnlyList<Step> Inner)
{
    public bool HoldsOthers => Word.EndsWith('{');

    public override string ToString() => Numbers.Aggregate(Word, (text, number) => $"{text}:{number}")
        + (HoldsOthers ? string.Concat(Inner.Select(step => $" {step}")) + " }" : "");
}

/// <summary>A program for legacy/callers/scripted.cpp, which says what the words mean.</summary>
internal sealed record ScriptedProgram(IReadOnlyList<IReadOnlyList<Step>> Bodies, IReadOnlyList<Step> End, string Scheduler, int Seed)
{
    // Whatever a program does, it calls functions of no other service.
    private static readonly string[] s_services =
    [
        "scheduling", "sched-registry", "platform-sched", "weak-tasks", "linked-failure", "unwinding", "stack-switching", "exchange-heap", "local-heap", "logging",
        "at-exit", "global-data", "task-local-data", "process",
    ];

    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IReadOnlyList<string> Arguments =>
        [$"bodies={string.Join(" / ", Bodies.Select(Text))}", $"end={Text(End)}", $"scheduler={Scheduler}"];

    /// <summary>The same for the same program.</summary>
    public string Name => "fuzz-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ToString())))[..12];

    /// <summary>
    /// It as a scenario file (tests/parity/scenarios). With a seed and one loop all that happens repeats exactly, so all of it is
    /// compared line by line; on more threads the order of lines is nobody's.
    /// </summary>
    /// <param name="exit">The exit status that the legacy library gave it.</param>
    /// <param name="threads">How many it runs on.</param>
    public string ToScenario(int exit, int threads) => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["$schema"] = "./scenario.schema.json",
        ["name"] = Name,
        ["summary"] = "A random program on which two backends differed, made as short as it goes.",
        ["program"] = "scripted",
        ["arguments"] = Arguments,
        ["environment"] = new Dictionary<string, string> { ["RUST_SEED"] = $"{Seed}" },
        ["threads"] = (int[])[threads],
        ["services"] = s_services,
        ["exit"] = exit,
        ["compare"] = threads == 1 ? Compared : s_inAnyOrder,
    }, s_json) + "\n";

    private static readonly Dictionary<string, string>[] s_inAnyOrder = [new() { ["what"] = "exit" }, new() { ["what"] = "stdout", ["as"] = "sorted" }];

    // The task that starts the others on another scheduler ends on the main one meanwhile, or is killed there with a word.
    private IEnumerable<Dictionary<string, string>> Compared =>
    [
        new() { ["what"] = "exit" }, new() { ["what"] = "stdout", ["as"] = "exact" },
        .. Scheduler == "main" ? [new() { ["what"] = "stderr", ["as"] = "exact" }] : (Dictionary<string, string>[])[],
    ];

    public override string ToString() => $"RUST_SEED={Seed} scripted {string.Join(' ', Arguments.Select(argument => $"'{argument}'"))}";

    private static string Text(IReadOnlyList<Step> steps) => string.Join(' ', steps);
}
