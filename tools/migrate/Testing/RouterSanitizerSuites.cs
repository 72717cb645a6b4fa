using Rustrt.Migrate.Build;
using Rustrt.Parity.Settings;

namespace Rustrt.Migrate.Testing;

/// <summary>
/// The callers on a router that is built with a sanitizer. AddressSanitizer watches it on both cores. ThreadSanitizer knows nothing of the
/// locks and queues of C#, which it does not instrument, so that every task handed over there would be a race: it watches the router
/// with everything on the old side.
/// </summary>
internal static class RouterSanitizerSuites
{
    public static Suite Asan() => new("test-router-asan", "router under AddressSanitizer", async step =>
    {
        var router = await Router(step, "asan", "address");
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
        return await Callers(step, router, step.Layout.CallersDirectory, instrument, ConformanceSuite.Checked);
    });

    public static Suite Tsan() => new("test-router-tsan", "router under ThreadSanitizer, everything legacy", async step =>
    {
        var (old, callers) = await SanitizerSuites.Callers(step, SanitizerSuites.Thread);
        var router = await Router(step, "tsan", "thread");
        step.Copy(Path.Combine(old, RepositoryLayout.LibraryName), Path.Combine(router, "librustrt_legacy.so"));
        step.Copy(Path.Combine(old, RepositoryLayout.CoreLibraryName), Path.Combine(router, "librustcore_legacy.so"));
        return await Callers(step, router, callers, SanitizerSuites.Thread.Instrument(step.Layout), ["all=legacy"]);
    });

    private static async Task<string> Router(StepContext step, string name, string sanitizer)
    {
        var router = step.Layout.At("artifacts", "native", $"router-{name}");
        await BuildPlan.CMake(step, "src/Compat/Router", $"router-{name}", "-DROUTER_CHECK=ON", $"-DROUTER_SANITIZE={sanitizer}", $"-DROUTER_OUTPUT={router}");
        return router;
    }

    private static async Task<SuiteResult> Callers(StepContext step, string router, string callers, Instrument instrument, IReadOnlyList<string> settings)
    {
        var sum = SuiteResult.Empty;
        foreach (var setting in settings)
        {
            sum += await new InstrumentedCallers(router, callers, instrument).Run(step, SwitchSetting.Routed(setting));
        }
        return sum;
    }

    private static async Task<string> AsanLibrary(StepContext step)
    {
        var path = "";
        await step.Try(line => path = line, "gcc", "-print-file-name=libasan.so");
        return File.Exists(path) ? path : throw new StepFailedException("gcc has no libasan.so");
    }
}
