using System.Text.RegularExpressions;
using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Calls;

/// <summary>
/// What a child of rust_run_program does until it is another program. Of a process with a collector only the calling thread lives on there:
/// managed code would work most of the time, and wait for ever when a collection was going on.
/// </summary>
public sealed partial class StartedProgramTests
{
    [Fact]
    public void Between_fork_and_exec_a_child_calls_the_C_library_alone()
    {
        Outcome code = NativeProcess.Run("objdump",
            ["-d", "--no-show-raw-insn", "--disassemble=router_native_rust_run_program", Path.Combine(Repository.Router, "librustrt.so")], []);

        // The assertion is that of a folder which is not there, and ends the child.
        Assert.Equal(["chdir@plt", "close@plt", "dup2@plt", "execvp@plt", "exit@plt", "fork@plt", "getdtablesize@plt", "router_assertion", "sigemptyset@plt", "sigprocmask@plt"],
            CallsOf(code.Output).Distinct().Order(StringComparer.Ordinal));
    }

    // A call through a pointer has no name; it stays as it is written.
    private static IEnumerable<string> CallsOf(string code) =>
        Call().Matches(code).Select(call => call.Groups["name"].Success ? call.Groups["name"].Value : call.Value);

    [GeneratedRegex(@"\bcall\s+(?:[0-9a-f]+ <(?<name>[^>]+)>|\S+)")]
    private static partial Regex Call();
}
