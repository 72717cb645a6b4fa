using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.FeatureManagement;
using Rustrt.Compat.Hosting;
using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Managed.Tests;

/// <summary>What a host says of the switch: configuration, features, and what is wrong with them.</summary>
public sealed class HostingTests
{
    [Fact]
    public void The_section_Rustrt_says_the_options()
    {
        RustrtOptions options = Options(("Switch", "all=new"), ("Library", "/x/librustrt.so"), ("Features:logging", "NewLog"),
            ("Target:User", "host-7"), ("Target:Groups:0", "canary"));

        Assert.Equal(("all=new", "/x/librustrt.so", "NewLog"), (options.Switch, options.Library, options.Features["logging"]));
        Assert.Equal(("host-7", "canary"), (options.Target!.User, Assert.Single(options.Target.Groups)));
    }

    [Theory]
    [InlineData("Swich", "all=new", "Rustrt:Swich is no setting; valid are Features, Library, Switch, Target.")]
    [InlineData("Switch", "", "Rustrt:Switch is ''; valid is a text that is not empty.")]
    [InlineData("Switch:all", "new", "Rustrt:Switch is ''; valid is one text.")]
    [InlineData("Target:Groups:0", "canary", "Rustrt:Target is ''; valid is User, and Groups if there are any.")]
    [InlineData("Target:Name", "host-7", "Rustrt:Target:Name is no setting; valid are Groups, User.")]
    public void What_the_section_does_not_know_is_told_with_its_place(string key, string value, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => Options((key, value))).Message);

    [Fact]
    public async Task Without_options_the_process_decides() => Assert.Null(await HostSetting.RenderAsync(new RustrtOptions(), null));

    [Theory]
    [InlineData(100, "all=legacy;logging=new")]
    [InlineData(0, "all=legacy;logging=legacy")]
    public async Task A_percentage_decides_its_unit(int percent, string expected) => Assert.Equal(expected, await Render(
        "all=legacy;logging=new", null, ("feature_management:feature_flags:0:conditions:client_filters:0:name", "Microsoft.Percentage"),
        ("feature_management:feature_flags:0:conditions:client_filters:0:parameters:Value", $"{percent}")));

    [Theory]
    [InlineData("Start", "Thu, 01 Jan 1970 00:00:00 GMT", "all=legacy;logging=new")]
    [InlineData("End", "Thu, 01 Jan 1970 00:00:00 GMT", "all=legacy;logging=legacy")]
    public async Task A_time_window_decides_its_unit(string end, string time, string expected) => Assert.Equal(expected, await Render(
        "all=legacy", null, ("feature_management:feature_flags:0:conditions:client_filters:0:name", "Microsoft.TimeWindow"),
        ($"feature_management:feature_flags:0:conditions:client_filters:0:parameters:{end}", time)));

    [Theory]
    [InlineData("host-7", "all=legacy;logging=new")]
    [InlineData("host-8", "all=legacy;logging=legacy")]
    public async Task A_target_decides_its_unit(string user, string expected) => Assert.Equal(expected, await Render(
        "all=legacy", new RustrtTarget(user), ("feature_management:feature_flags:0:conditions:client_filters:0:name", "Microsoft.Targeting"),
        ("feature_management:feature_flags:0:conditions:client_filters:0:parameters:Audience:Users:0", "host-7"),
        ("feature_management:feature_flags:0:conditions:client_filters:0:parameters:Audience:DefaultRolloutPercentage", "0")));

    [Fact]
    public async Task A_feature_that_is_not_there_is_told()
    {
        var options = new RustrtOptions { Features = { ["logging"] = "NoSuch" } };

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => HostSetting.RenderAsync(options, Features()));

        Assert.Equal("Rustrt:Features:logging is 'NoSuch', which is no feature; known are NewLog", error.Message);
    }

    [Fact]
    public async Task A_host_without_feature_management_is_told()
    {
        var options = new RustrtOptions { Features = { ["logging"] = "NewLog" } };

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => HostSetting.RenderAsync(options, null));

        Assert.Equal("Rustrt:Features names features (NewLog), but the host has no feature management; valid: services.AddFeatureManagement()", error.Message);
    }

    [Fact]
    public async Task A_wrong_setting_keeps_the_host_from_starting()
    {
        using IHost host = Host("all=now");

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync());

        Assert.StartsWith("Rustrt: the host's setting is 'all=now': RUSTRT_SWITCH, character 5: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_process_has_one_switch()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddRustrt().AddRustrt());

        Assert.Equal("AddRustrt has been called already, and a process has one switch: change the options in one call.", error.Message);
    }

    [Theory]
    [InlineData("all=legacy", "")]
    [InlineData("all=new", "log: rust: task failed at 'too deep', hosted.cs:1\n")]
    public void A_host_s_setting_is_that_of_its_process_and_its_logger_is_told(string setting, string line)
    {
        Outcome outcome = CallerProcess.Run("hosted", [("LD_LIBRARY_PATH", Repository.Router), ("Rustrt__Switch", setting)]);

        Assert.Equal((0, "log: notice\n" + line + $"log: the switch is {setting}\nstatus 0, exchange 0\n"), (outcome.Status, Sorted(outcome.Output)));
        Assert.Equal("rust: task failed at 'too deep', hosted.cs:1\n", outcome.Errors);
    }

    [Fact]
    public void The_environment_of_the_process_beats_the_host()
    {
        Outcome outcome = CallerProcess.Run("hosted",
            [("LD_LIBRARY_PATH", Repository.Router), ("Rustrt__Switch", "all=legacy"), ("RUSTRT_SWITCH", "all=new")]);

        Assert.Equal((0, "log: RUSTRT_SWITCH is all=new and beats the host's setting all=legacy\nlog: notice\n"
            + "log: rust: task failed at 'too deep', hosted.cs:1\nstatus 0, exchange 0\n"), (outcome.Status, Sorted(outcome.Output)));
    }

    private static string Sorted(string lines) =>
        string.Concat(lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).Select(line => line + "\n"));

    private static RustrtOptions Options(params (string Key, string Value)[] settings)
    {
        using ServiceProvider services = new ServiceCollection()
            .AddSingleton<IConfiguration>(Configuration([.. settings.Select(setting => ($"Rustrt:{setting.Key}", setting.Value))]))
            .AddLogging().AddRustrt().BuildServiceProvider();
        return services.GetRequiredService<IOptions<RustrtOptions>>().Value;
    }

    private static async Task<string?> Render(string setting, RustrtTarget? target, params (string Key, string Value)[] filter) =>
        await HostSetting.RenderAsync(new RustrtOptions { Switch = setting, Target = target, Features = { ["logging"] = "NewLog" } }, Features(filter));

    private static IFeatureManager Features(params (string Key, string Value)[] filter) => new ServiceCollection()
        .AddSingleton<IConfiguration>(Configuration(
            [("feature_management:feature_flags:0:id", "NewLog"), ("feature_management:feature_flags:0:enabled", "true"), .. filter]))
        .AddLogging().AddFeatureManagement().Services.BuildServiceProvider().GetRequiredService<IFeatureManager>();

    private static IHost Host(string setting)
    {
        HostApplicationBuilder builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddRustrt(options => options.Switch = setting);
        return builder.Build();
    }

    private static IConfiguration Configuration((string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
}
