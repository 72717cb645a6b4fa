using Rustrt.Parity.Comparison;
using Rustrt.Parity.Scenarios;

namespace Rustrt.Parity.Tests.Scenarios;

public class ScenarioFileTests
{
    private const string Good = """
        {
          "$schema": "./scenario.schema.json",
          "name": "ring", "summary": "A token hops.", "program": "token_ring", "arguments": ["tasks=3"],
          "environment": { "RUST_SEED": "42" }, "threads": [1, 2], "services": ["scheduling"], "exit": 0,
          "compare": [
            { "what": "exit" },
            { "what": "stdout", "as": "exact", "threads": [1] },
            { "what": "stdout", "as": "happens-before", "threads": [2], "pairs": [ { "before": "a", "after": "b" } ] }
          ]
        }
        """;

    [Fact]
    public void Reads_what_a_file_declares()
    {
        var scenario = ScenarioFile.Parse(Good, "ring");
        Assert.Equal("token_ring", scenario.Program);
        Assert.Equal(["tasks=3"], scenario.Arguments);
        Assert.Equal(TimeSpan.FromSeconds(20), scenario.TimeLimit);
        Assert.Equal("42", scenario.Environment["RUST_SEED"]);
        Assert.Equal("262144", scenario.Environment["RUST_MIN_STACK"]);
    }

    [Theory]
    [InlineData("short", false)]
    [InlineData("full", true)]
    public void A_tier_may_be_declared(string tier, bool onlyInFull)
    {
        Assert.Equal(onlyInFull, ScenarioFile.Parse(Good.Replace("\"exit\": 0", $"\"exit\": 0, \"tier\": \"{tier}\"", StringComparison.Ordinal), "ring").OnlyInFull);
        Assert.False(ScenarioFile.Parse(Good, "ring").OnlyInFull);
    }

    [Fact]
    public void An_unknown_tier_is_refused()
    {
        var error = Assert.Throws<InvalidDataException>(() =>
            ScenarioFile.Parse(Good.Replace("\"exit\": 0", "\"exit\": 0, \"tier\": \"long\"", StringComparison.Ordinal), "ring"));
        Assert.Equal("scenario ring: tier 'long'; valid: short, full", error.Message);
    }

    [Fact]
    public void A_rule_may_count_for_some_numbers_of_threads_only()
    {
        var scenario = ScenarioFile.Parse(Good, "ring");
        Assert.Equal([typeof(ExitStatusComparison), typeof(ExactLinesComparison)], scenario.ComparisonsFor(1).Select(comparison => comparison.GetType()));
        Assert.Equal([typeof(ExitStatusComparison), typeof(HappensBeforeComparison)], scenario.ComparisonsFor(2).Select(comparison => comparison.GetType()));
    }

    [Theory]
    [InlineData("\"exact\"", "\"exactly\"", "as 'exactly'; valid: exact, sorted, per-task, happens-before")]
    [InlineData("{ \"what\": \"exit\" }", "{ \"what\": \"exut\" }", "what 'exut'; valid: exit, stdout, stderr")]
    [InlineData("\"arguments\"", "\"argumens\"", "argumens")]
    [InlineData("\"exit\": 0,", "", "exit")]
    [InlineData("\"threads\": [1, 2]", "\"threads\": []", "'compare' and 'threads'")]
    [InlineData("\"before\": \"a\"", "\"before\": \"(\"", "Not enough )'s")]
    [InlineData("\"name\": \"ring\"", "\"name\": \"rung\"", "its name is 'rung'")]
    public void A_mistake_is_an_error_that_names_the_scenario_and_the_word(string from, string to, string words)
    {
        Assert.Contains(from, Good);
        var message = Assert.Throws<InvalidDataException>(() => ScenarioFile.Parse(Good.Replace(from, to), "ring")).Message;
        Assert.StartsWith("scenario ring:", message, StringComparison.Ordinal);
        Assert.Contains(words, message);
    }

    [Fact]
    public void The_repositorys_scenarios_can_be_read()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "tests", "parity", "scenarios")))
        {
            folder = folder.Parent!;
        }
        Assert.NotEmpty(ScenarioFile.ReadFolder(Path.Combine(folder.FullName, "tests", "parity", "scenarios")));
    }
}
