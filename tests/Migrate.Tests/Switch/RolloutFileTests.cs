using Rustrt.Migrate.Switch;
using Rustrt.Parity.Settings;

namespace Rustrt.Migrate.Tests.Switch;

public sealed class RolloutFileTests : IDisposable
{
    private static readonly SwitchUnits s_units = new([new("core", ["scheduling"], null), new("heap", ["heap"], null), new("logging", ["logging"], null)]);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Conditions_become_entries_in_the_order_of_the_units()
    {
        const string Past = """{ "name": "Microsoft.TimeWindow", "parameters": { "Start": "Mon, 01 Jan 2024 00:00:00 GMT" } }""";
        const string Over = """{ "name": "Microsoft.TimeWindow", "parameters": { "End": "Mon, 01 Jan 2024 00:00:00 GMT" } }""";
        var evaluated = await Evaluate($$"""{ "id": "logging", "enabled": true, "conditions": { "client_filters": [{{Past}}] } }, { "id": "all", "enabled": false }, { "id": "heap", "enabled": true, "conditions": { "client_filters": [{{Over}}] } }""");
        Assert.Equal(["all=legacy", "heap=legacy", "logging=new"], evaluated.Select(one => one.Entry));
        Assert.Equal("# rendered 1970-01-01 00:00 from rollout.json, for box in canary\nall=legacy\nheap=legacy\nlogging=new\n",
            RolloutFile.Render("/etc/rollout.json", evaluated, new Audience("box", ["canary"]), DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public async Task Targeting_is_by_user_and_group_and_the_same_each_time()
    {
        const string Features = """{ "id": "heap", "enabled": true, "conditions": { "client_filters": [{ "name": "Microsoft.Targeting", "parameters": { "Audience": { "Users": ["chosen"], "Groups": [{ "Name": "canary", "RolloutPercentage": 100 }], "DefaultRolloutPercentage": 50 } } }] } }""";
        Assert.True((await Evaluate(Features, "chosen"))[0].IsOn);
        Assert.True((await Evaluate(Features, "any", "canary"))[0].IsOn);
        var users = Enumerable.Range(0, 40).Select(number => $"box{number}").ToList();
        var (first, again) = (await Drawn(users), await Drawn(users));
        Assert.Equal(first, again);
        Assert.Contains(true, first);
        Assert.Contains(false, first);

        async Task<List<bool>> Drawn(IEnumerable<string> names)
        {
            List<bool> drawn = [];
            foreach (var name in names)
            {
                drawn.Add((await Evaluate(Features, name))[0].IsOn);
            }
            return drawn;
        }
    }

    [Theory]
    [InlineData("""{ "id": "flogging", "enabled": true }""", "feature 'flogging': there is no such unit; there are all, core, heap, logging.")]
    [InlineData("""{ "id": "heap", "enabled": true, "conditions": { "client_filters": [{ "name": "Own.Filter" }] } }""", "Own.Filter")]
    [InlineData("", "it has no features")]
    public async Task What_cannot_be_evaluated_is_told(string features, string told)
    {
        var error = await Assert.ThrowsAsync<UserErrorException>(() => Evaluate(features));
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
        Assert.StartsWith(_folder["rollout.json"], error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_told()
    {
        File.WriteAllText(_folder["broken.json"], "{\n  \"feature_management\": x }");
        File.WriteAllText(_folder["empty.json"], "");
        Directory.CreateDirectory(_folder["folder.json"]);
        foreach (var (file, problem) in new[] { ("nothing.json", ": there is no such file; "), ("empty.json", ": the file is empty; "), ("folder.json", ": this is a folder; "), ("broken.json", ":2:25: this is no JSON: ") })
        {
            var error = await Assert.ThrowsAsync<UserErrorException>(() => new RolloutFile(_folder[file], s_units).Evaluate(new Audience(null, [])));
            Assert.StartsWith(_folder[file] + problem, error.Message, StringComparison.Ordinal);
        }
    }

    private Task<IReadOnlyList<RolledOut>> Evaluate(string features, string? user = null, params string[] groups)
    {
        File.WriteAllText(_folder["rollout.json"], $$"""{ "feature_management": { "feature_flags": [{{features}}] } }""");
        return new RolloutFile(_folder["rollout.json"], s_units).Evaluate(new Audience(user, groups));
    }
}
