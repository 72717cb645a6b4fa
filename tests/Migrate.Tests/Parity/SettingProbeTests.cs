using Rustrt.Migrate.Parity;
using Rustrt.Parity.Running;
using Rustrt.Parity.Settings;

namespace Rustrt.Migrate.Tests.Parity;

/// <summary>A setting that the router refuses is a mistake on the command line, not a divergence of every scenario.</summary>
[Collection(StartsProcesses.Name)]
public sealed class SettingProbeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(119)]
    [InlineData(120)]
    [InlineData(123)]
    public async Task What_the_router_refuses_is_refused_in_its_words(int status)
    {
        var error = await Assert.ThrowsAsync<UserErrorException>(() => Probe(status));
        Assert.Equal((ExitCode.Usage, "--setting all=nope: rustrt-switch: valid: legacy | new"), (error.Code, error.Message));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(134)]
    public Task How_the_program_itself_ends_is_for_the_comparison(int status) => Probe(status);

    private Task Probe(int status)
    {
        var program = _folder[ParityInputs.Probe];
        File.WriteAllText(program, $"#!/bin/sh\necho 'rustrt-switch: valid: legacy | new' >&2\nexit {status}\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return ParityInputs.RequireAccepted(new CallerRunner(_folder.Path, _folder.Path), _folder.Path, SwitchSetting.Routed("all=nope"), CancellationToken.None);
    }
}
