using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Rustrt.Migrate.Running;

/// <summary>
/// Runs a program as if the user had started it: it has our terminal, its exit status becomes ours (a signal as 128 + its
/// number), and signals sent to us reach it.
/// </summary>
internal static class ForegroundProgram
{
    public static int Run(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        using var process = new Process { StartInfo = start };
        // A terminal sends Ctrl-C and Ctrl-\ to the program as well as to us: we only must not die of them first.
        using var interrupt = Hold(PosixSignal.SIGINT);
        using var quit = Hold(PosixSignal.SIGQUIT);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Forward(context, 15));
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => Forward(context, 1));
        process.Start();
        process.WaitForExit();
        return process.ExitCode;

        void Forward(PosixSignalContext context, int signal)
        {
            context.Cancel = true;
            _ = Kill(process.Id, signal);
        }
    }

    private static PosixSignalRegistration Hold(PosixSignal signal) =>
        PosixSignalRegistration.Create(signal, static context => context.Cancel = true);

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
