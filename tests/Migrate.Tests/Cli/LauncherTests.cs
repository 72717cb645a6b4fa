using System.Diagnostics;

namespace Rustrt.Migrate.Tests.Cli;

/// <summary>The launcher's own refusals, with what it looks at replaced by small scripts in front of PATH.</summary>
[Collection(StartsProcesses.Name)]
public sealed class LauncherTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Another_platform_is_refused_by_name()
    {
        Fake("uname", "[ \"$1\" = -s ] && echo Darwin || echo arm64");
        var (status, errors) = Launch(Environment.GetEnvironmentVariable("PATH")!);
        Assert.Equal(3, status);
        Assert.Contains("Darwin on arm64; supported: Linux on x86-64 with glibc", errors);
    }

    [Fact]
    public void An_old_sdk_is_refused_with_its_version()
    {
        // A copy without a built tool, as in a fresh clone.
        File.Copy(Path.Combine(Repository.Layout.Root, "migrate"), _folder["clone/migrate"]);
        Directory.CreateDirectory(_folder["clone/tools/migrate"]);
        Directory.CreateDirectory(_folder["clone/tests/parity/Rustrt.Parity"]);
        foreach (var file in new[] { "Directory.Build.props", "Directory.Packages.props", "global.json" })
        {
            File.WriteAllText(_folder["clone/" + file], "");
        }
        Fake("dotnet", "echo 8.0.100");
        var (status, errors) = Launch(Environment.GetEnvironmentVariable("PATH")!, _folder["clone/migrate"]);
        Assert.Equal(4, status);
        Assert.Contains("version 8.0.100; the .NET SDK 10 or newer is needed", errors);
    }

    private (int Status, string Errors) Launch(string path, string? launcher = null)
    {
        var start = new ProcessStartInfo("bash", [launcher ?? Path.Combine(Repository.Layout.Root, "migrate"), "--version"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["PATH"] = $"{_folder.Path}/bin:{path}";
        start.Environment.Remove("DOTNET_ROOT");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        output.GetAwaiter().GetResult();
        return (process.ExitCode, errors);
    }

    private void Fake(string command, string script)
    {
        var file = _folder["bin/" + command];
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
