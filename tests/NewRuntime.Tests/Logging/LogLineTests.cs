using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Rustrt.Federation.Logging;

namespace Rustrt.Federation.Tests.Logging;

/// <summary>What a line says besides its message.</summary>
public sealed class LogLineTests : IDisposable
{
    private readonly StringWriter _output = new();

    public void Dispose() => _output.Dispose();

    [Fact]
    public void A_line_has_the_number_of_the_event()
    {
        using var provider = Provider();
        provider.CreateLogger("My.Part").LogInformation(new EventId(7, "Began"), "began");
        provider.CreateLogger("My.Part").LogInformation("went on");
        Assert.Matches(@"^\S+ info My\.Part\[7\]: began\r?\n\S+ info My\.Part: went on\r?\n$", _output.ToString());
    }

    [Fact]
    public void Scopes_are_told_where_they_are_certain_to_be_those_of_the_caller()
    {
        using var provider = Provider(includeScopes: true);
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(provider));
        var log = factory.CreateLogger("A");
        using (log.BeginScope("thread {Number}", 1))
        using (log.BeginScope("inner")) log.LogInformation("outside");
        GreenRun.ToEnd(1, async () =>
        {
            var own = new SpawnOptions { FlowExecutionContext = true };
            var tasks = new[] { GreenTask.Spawn(Talk("a"), own), GreenTask.Spawn(Talk("b"), own), GreenTask.Spawn(Talk("c")) };
            foreach (var task in tasks) await task;
        });
        Assert.Equal(
            [" => task a: first", " => task a: second", " => task b: first", " => task b: second", " => thread 1 => inner: outside", ": first", ": second"],
            Lines().Select(line => line[line.IndexOfAny(['=', ':'], line.IndexOf(" A", StringComparison.Ordinal))..])
                .Select(line => line[0] == '=' ? $" {line}" : line).Order(StringComparer.Ordinal));

        async GreenTask Talk(string name)
        {
            using var scope = log.BeginScope("task {Name}", name);
            log.LogInformation("first");
            await GreenTask.Yield();
            log.LogInformation("second");
        }
    }

    [Fact]
    public void Scopes_are_not_told_unless_they_are_wanted()
    {
        using var provider = Provider();
        var log = provider.CreateLogger("A");
        using (log.BeginScope("scope")) log.LogInformation("message");
        Assert.EndsWith(" info A: message", Assert.Single(Lines()));
    }

    [Fact]
    public void A_formatter_gets_event_state_and_scopes_as_they_were_and_makes_the_text()
    {
        using var provider = Provider(includeScopes: true, new Values());
        var log = provider.CreateLogger("A");
        GreenRun.ToEnd(1, async () =>
        {
            provider.StartLogger();
            var list = new List<int> { 1 };
            log.Log(LogLevel.Information, new EventId(3, "Counted"), list, null, static (list, _) => $"{list.Count}");
            list.Add(2); // before anybody writes
            await GreenTask.Yield();
        });
        using (log.BeginScope("scope")) log.LogWarning(new EventId(4), new IOException("why"), "port {Port}", 80);
        Assert.Equal(["A|Information|3 Counted|1|", "A|Warning|4|Port=80;{OriginalFormat}=port {Port}|why|scope"], Lines());
    }

    [Fact]
    public void A_program_adds_it_to_its_logging_once()
    {
        using var services = new ServiceCollection()
            .AddLogging(logging => logging.AddFederationLogger(options => options.Output = _output).AddFederationLogger(options => options.Filter = LogFilter.Parse("info")))
            .BuildServiceProvider();
        Assert.Same(services.GetRequiredService<FederationLoggerProvider>(), Assert.Single(services.GetServices<ILoggerProvider>()));
        var log = services.GetRequiredService<ILogger<LogLineTests>>();
        log.LogDebug("no");
        log.LogInformation("yes");
        Assert.EndsWith("LogLineTests: yes", Assert.Single(Lines()));
    }

    private string[] Lines() => _output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    private FederationLoggerProvider Provider(bool includeScopes = false, ILogFormatter? formatter = null) =>
        new(new FederationLoggerOptions { Output = _output, Filter = LogFilter.Everything, IncludeScopes = includeScopes, Formatter = formatter });

    private sealed class Values : ILogFormatter
    {
        public void Write<TState>(in LogEntry<TState> entry, IExternalScopeProvider? scopes, TextWriter text)
        {
            text.Write($"{entry.Category}|{entry.LogLevel}|{entry.EventId.Id}");
            if (entry.EventId.Name is { } name) text.Write($" {name}");
            text.Write('|');
            text.Write(entry.State is IReadOnlyList<KeyValuePair<string, object?>> values
                ? string.Join(';', values.Select(value => $"{value.Key}={value.Value}")) : entry.Formatter(entry.State, entry.Exception));
            text.Write($"|{entry.Exception?.Message}");
            scopes?.ForEachScope(static (scope, text) => text.Write($"|{scope}"), text);
            text.WriteLine();
        }
    }
}
