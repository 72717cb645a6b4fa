using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Rustrt.Migrate.Build;

namespace Rustrt.Migrate.Report;

/// <summary>When and where figures were taken, in one line: without it they mean nothing.</summary>
internal static class MachineLine
{
    public static string Now(RepositoryLayout layout, DateTimeOffset date) => string.Join(" · ", new[]
    {
        date.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        Commit(layout),
        $"{Processor()}, {Environment.ProcessorCount} cores",
        RuntimeInformation.OSDescription,
        "load " + File.ReadAllText("/proc/loadavg").Split(' ')[0],
    }.Where(part => part.Length > 0));

    private static string Processor() =>
        File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim()
        ?? "unknown processor";

    // Empty where the sources are not a git checkout, as in an unpacked archive.
    private static string Commit(RepositoryLayout layout)
    {
        if (!Path.Exists(layout.At(".git")))
        {
            return "";
        }
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["-C", layout.Root, "describe", "--always", "--dirty"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var name = git.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return git.ExitCode == 0 ? "commit " + name : "";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "";
        }
    }
}
