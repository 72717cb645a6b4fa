using Rustrt.Migrate.Build;
using Rustrt.Parity.Settings;

namespace Rustrt.Migrate.Testing;

/// <summary>
/// The callers on a router that is built with AddressSanitizer. ThreadSanitizer knows nothing of the locks and queues of C#, which it does
/// not instrument: every task handed over there would be a race.
/// </summary>
internal static class RouterSanitizerSuite
{
    public static Suite Create() => new("test-router-asan", "router under AddressSanitizer", async step =>
    {
        var router = step.Layout.At("artifacts", "native", "router-asan");
        await BuildPlan.CMake(step, "src/Compat/Router", "router-asan", "-DROUTER_CHECK=ON", "-DROUTER_SANITIZE=address", $"-DROUTER_OUTPUT={router}");
        step.Copy(step.Layout.LegacyLibrary, Path.Combine(router, "librustrt_legacy.so"));
        step.Copy(step.Layout.CoreLibrary, Path.Combine(router, "librustcore_legacy.so"));
        step.Copy(Path.Combine(step.Layout.CheckedRouterDirectory, "librustrt_new.so"), Path.Combine(router, "librustrt_new.so"));
        // The callers are plain programs, so it has to be there before them. A fault is the caller's own or the runtime's to answer; what
        // is left at the end is the old runtime's, which does not free all (SanitizerSuites looks at that).
        Instrument instrument = new([], new Dictionary<string, string>
        {
            ["LD_PRELOAD"] = await AsanLibrary(step),
            ["ASAN_OPTIONS"] = "detect_leaks=0:handle_segv=0:handle_sigbus=0:handle_sigfpe=0:handle_abort=0:use_sigaltstack=0",
        }, Slowdown: 10);
        InstrumentedCallers callers = new(router, step.Layout.CallersDirectory, instrument);
        var sum = SuiteResult.Empty;
        foreach (var setting in ConformanceSuite.Checked)
        {
            sum += await callers.Run(step, SwitchSetting.Routed(setting));
        }
        return sum;
    });

    private static async Task<string> AsanLibrary(StepContext step)
    {
        var path = "";
        await step.Try(line => path = line, "gcc", "-print-file-name=libasan.so");
        return File.Exists(path) ? path : throw new StepFailedException("gcc has no libasan.so");
    }
}
