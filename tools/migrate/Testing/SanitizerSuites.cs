using Rustrt.Migrate.Build;

namespace Rustrt.Migrate.Testing;

/// <summary>The own tests of the old runtime and of the core library, and the callers, built with sanitizers into folders of their own.</summary>
internal static class SanitizerSuites
{
    public static IEnumerable<Suite> All() =>
    [
        // Its shadow memory has fixed places, which a randomised address space may have taken; it has room for 8,128 stacks.
        .. Create("tsan", "ThreadSanitizer", "thread", layout => new Instrument(["setarch", "-R"],
            new Dictionary<string, string> { ["TSAN_OPTIONS"] = $"suppressions={layout.At("legacy", "tests", "tsan.supp")}" }, Slowdown: 20, MostTasks: 4000)),
        .. Create("asan", "AddressSanitizer and UBSan", "address,undefined", layout => new Instrument([],
            new Dictionary<string, string> { ["LSAN_OPTIONS"] = $"suppressions={layout.At("legacy", "tests", "lsan.supp")}" }, Slowdown: 10)),
    ];

    private static IEnumerable<Suite> Create(string name, string tool, string sanitizers, Func<RepositoryLayout, Instrument> instrument) =>
    [
        new($"test-legacy-{name}", $"legacy runtime under {tool}", async step =>
        {
            await Legacy(step, name, sanitizers);
            return await NativeSuites.CTest(step, $"artifacts/build/legacy-{name}", [.. instrument(step.Layout).Before]);
        }),
        new($"test-core-{name}", $"core library under {tool}", async step =>
        {
            await Core(step, name, sanitizers);
            return await NativeSuites.CTest(step, $"artifacts/build/core-{name}", [.. instrument(step.Layout).Before]);
        }),
        new($"test-callers-{name}", $"callers under {tool}", async step =>
        {
            await Core(step, name, sanitizers);
            var callers = step.Layout.At("artifacts", "build", $"callers-{name}", "bin");
            await BuildPlan.CMake(step, "legacy/callers", $"callers-{name}", $"-DRUSTRT_SANITIZE={sanitizers}",
                $"-DRUSTRT_LIB_DIR={Libraries(step, name)}", $"-DRUSTRT_CALLERS_DIR={callers}");
            return await new InstrumentedCallers(Libraries(step, name), callers, instrument(step.Layout)).Run(step);
        }),
    ];

    private static string Libraries(StepContext step, string name) => step.Layout.At("artifacts", "build", $"legacy-{name}", "native");

    private static Task Legacy(StepContext step, string name, string sanitizers) =>
        BuildPlan.CMake(step, "legacy", $"legacy-{name}", $"-DRUSTRT_SANITIZE={sanitizers}");

    // Beside the runtime, where callers look for both.
    private static async Task Core(StepContext step, string name, string sanitizers)
    {
        await Legacy(step, name, sanitizers);
        await BuildPlan.CMake(step, "legacy/core", $"core-{name}", $"-DRUSTRT_SANITIZE={sanitizers}",
            $"-DRUSTRT_LIB_DIR={Libraries(step, name)}", $"-DRUSTCORE_OUTPUT_DIR={Libraries(step, name)}");
    }
}
