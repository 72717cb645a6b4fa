using System.Text.Json;
using System.Text.Json.Serialization;
using Rustrt.Parity.Comparison;

namespace Rustrt.Parity.Scenarios;

/// <summary>Reads scenario files. A word that scenario.schema.json does not know is an error that names the file.</summary>
public static class ScenarioFile
{
    private const string SchemaSuffix = ".schema.json";
    private const string MinStackVariable = "RUST_MIN_STACK";
    private const string MinStack = "262144";
    private const int DefaultTimeoutSeconds = 20;

    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>All scenarios in a folder, by name.</summary>
    public static IReadOnlyList<Scenario> ReadFolder(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.json").Where(file => !file.EndsWith(SchemaSuffix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(Read),
    ];

    /// <summary>One scenario.</summary>
    /// <exception cref="InvalidDataException">The file is not a scenario; the message says why.</exception>
    public static Scenario Read(string file) => Parse(File.ReadAllText(file), Path.GetFileNameWithoutExtension(file));

    /// <summary>A scenario from its text.</summary>
    public static Scenario Parse(string json, string fileName)
    {
        Written written;
        try
        {
            written = JsonSerializer.Deserialize<Written>(json, s_options) ?? throw new InvalidDataException($"scenario {fileName}: empty");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"scenario {fileName}: {error.Message}", error);
        }
        if (written.Name != fileName)
        {
            throw new InvalidDataException($"scenario {fileName}: its name is '{written.Name}'; it must be that of its file");
        }
        if (written.Compare.Length == 0 || written.Threads.Length == 0)
        {
            throw new InvalidDataException($"scenario {fileName}: 'compare' and 'threads' need an entry each");
        }
        var environment = new Dictionary<string, string>(written.Environment ?? []);
        environment.TryAdd(MinStackVariable, MinStack);
        return new Scenario(written.Name, written.Summary, written.Program, written.Arguments ?? [], environment, written.Threads,
            TimeSpan.FromSeconds(written.Timeout ?? DefaultTimeoutSeconds), written.Services, written.Exit,
            [.. written.Compare.Select(compare => new DeclaredComparison(Comparison(compare, fileName), compare.Threads))], OnlyInFull(written.Tier, fileName));
    }

    private static bool OnlyInFull(string? tier, string fileName) => tier switch
    {
        null or "short" => false,
        "full" => true,
        _ => throw new InvalidDataException($"scenario {fileName}: tier '{tier}'; valid: short, full"),
    };

    private static IComparison Comparison(WrittenComparison written, string fileName)
    {
        if (written.What == "exit")
        {
            return new ExitStatusComparison();
        }
        var stream = written.What switch
        {
            "stdout" => OutputSource.Output,
            "stderr" => OutputSource.Errors,
            _ => throw Unknown("what", written.What, "exit, stdout, stderr"),
        };
        try
        {
            return written.As switch
            {
                "exact" => new ExactLinesComparison(stream),
                "sorted" => new AnyOrderComparison(stream),
                "per-task" => new PerTaskComparison(stream),
                "happens-before" when written.Pairs is { Length: > 0 } pairs =>
                    new HappensBeforeComparison(stream, [.. pairs.Select(pair => new OrderedPair(pair.Before, pair.After))]),
                "happens-before" => throw new InvalidDataException($"scenario {fileName}: happens-before needs pairs"),
                _ => throw Unknown("as", written.As ?? "(nothing)", "exact, sorted, per-task, happens-before"),
            };
        }
        catch (ArgumentException error)
        {
            throw new InvalidDataException($"scenario {fileName}: {error.Message}", error);
        }

        InvalidDataException Unknown(string property, string value, string valid) =>
            new($"scenario {fileName}: {property} '{value}'; valid: {valid}");
    }

    // The file as it is written, in the words of scenario.schema.json.
    private sealed record Written(string Name, string Summary, string Program, int[] Threads, string[] Services, int Exit,
        WrittenComparison[] Compare, string[]? Arguments = null, Dictionary<string, string>? Environment = null, int? Timeout = null,
        string? Tier = null)
    {
        [JsonPropertyName("$schema")]
        public string? Schema { get; init; }
    }

    private sealed record WrittenComparison(string What, string? As = null, int[]? Threads = null, WrittenPair[]? Pairs = null);

    private sealed record WrittenPair(string Before, string After);
}
