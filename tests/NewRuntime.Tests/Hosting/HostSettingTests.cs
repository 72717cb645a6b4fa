using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Rustrt.Federation.Hosting;
using Rustrt.Federation.Logging;

namespace Rustrt.Federation.Tests.Hosting;

/// <summary>What the configuration of a host says of the federation and its log.</summary>
public class HostSettingTests
{
    [Fact]
    public void The_section_of_the_federation_is_read_and_the_program_has_the_last_word()
    {
        var options = FederationOptionsOf(
            [
                ("Federation:Drain", "00:00:02"), ("Federation:deadline", "infinite"), ("Federation:MainSchedulers", "3"), ("Federation:BlockingThreads", "4"),
                ("Federation:BlockingQueueLength", "5"), ("Federation:BlockingKeepAlive", "00:01:00"), ("Federation:StallAfter", "00:00:00.050"),
            ],
            options => options.Federation = options.Federation with { BlockingThreads = 7 });
        Assert.Equal((TimeSpan.FromSeconds(2), Timeout.InfiniteTimeSpan), (options.Drain, options.Deadline));
        Assert.Equal((3, 7, 5), (options.Federation.MainSchedulers, options.Federation.BlockingThreads, options.Federation.BlockingQueueLength));
        Assert.Equal((TimeSpan.FromMinutes(1), TimeSpan.FromMilliseconds(50)), (options.Federation.BlockingKeepAlive, options.Federation.StallAfter));
    }

    [Fact]
    public void What_is_not_there_stays_as_it_is()
    {
        var options = FederationOptionsOf([]);
        Assert.Equal((new FederationHostOptions().Drain, new FederationOptions()), (options.Drain, options.Federation));
    }

    [Theory]
    [InlineData("MainSchedulers", "four", "Federation:MainSchedulers is 'four'; valid is a whole number.")]
    [InlineData("Drain", "5", "Federation:Drain is '5'; valid is a time such as 00:00:05, or infinite.")]
    [InlineData("Drains", "5", "Federation:Drains is no setting; valid are Drain, Deadline, MainSchedulers, BlockingThreads, BlockingQueueLength, BlockingKeepAlive, StallAfter.")]
    public void A_mistake_is_told_with_its_place_and_what_is_valid(string key, string value, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => FederationOptionsOf([($"Federation:{key}", value)])).Message);

    [Fact]
    public void The_section_of_the_logger_is_read()
    {
        var options = LoggerOptionsOf(("Capacity", "16"), ("WhenFull", "drop"), ("ExitLimit", "00:00:01"), ("IncludeScopes", "true"), ("LogLevel:Default", "Warning"));
        Assert.Equal((16, FullLogPolicy.Drop, TimeSpan.FromSeconds(1), true), (options.Capacity, options.WhenFull, options.ExitLimit, options.IncludeScopes));
    }

    [Theory]
    [InlineData("WhenFull", "Lose", "Logging:Federation:WhenFull is 'Lose'; valid is Wait or Drop.")]
    [InlineData("IncludeScopes", "yes", "Logging:Federation:IncludeScopes is 'yes'; valid is true or false.")]
    [InlineData("Size", "1", "Logging:Federation:Size is no setting; valid are Capacity, WhenFull, ExitLimit, IncludeScopes.")]
    public void A_mistake_in_it_is_told_too(string key, string value, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => LoggerOptionsOf((key, value))).Message);

    [Fact]
    public void Levels_of_the_logger_are_those_of_its_section()
    {
        using var output = new StringWriter();
        var builder = Builder([("Logging:Federation:LogLevel:Default", "Error")]);
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"))
            .AddFederationLogger(options => (options.Output, options.Filter) = (output, LogFilter.Everything));
        using var host = builder.Build();
        var log = host.Services.GetRequiredService<ILogger<HostSettingTests>>();
        log.LogWarning("no");
        log.LogError("yes");
        Assert.EndsWith(": yes", output.ToString().TrimEnd());
        Assert.Single(output.ToString().TrimEnd().Split('\n'));
    }

    private static FederationHostOptions FederationOptionsOf((string Key, string Value)[] settings, Action<FederationHostOptions>? configure = null)
    {
        var builder = Builder(settings);
        builder.Services.AddFederation(configure);
        using var host = builder.Build();
        return host.Services.GetRequiredService<IOptions<FederationHostOptions>>().Value;
    }

    private static FederationLoggerOptions LoggerOptionsOf(params (string Key, string Value)[] settings)
    {
        var builder = Builder([.. settings.Select(setting => ($"Logging:Federation:{setting.Key}", setting.Value))]);
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging")).AddFederationLogger();
        using var host = builder.Build();
        return host.Services.GetRequiredService<IOptions<FederationLoggerOptions>>().Value;
    }

    private static HostApplicationBuilder Builder((string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value));
        return builder;
    }
}
