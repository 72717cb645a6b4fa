using Rustrt.Migrate.Build;

namespace Rustrt.Migrate.Testing;

/// <summary>The old runtime's own tests and the callers, all built with sanitizers into folders of their own.</summary>
internal static class SanitizerSuites
{
    public static IEnumerable<Suite> All() =>
    [
        Create("asan", "AddressSanitizer and UBSan", "address,undefined", layout => new Instrument([],
            new Dictionary<string, string> { ["LSAN_OPTIONS"] = $"suppressions={layout.At("legacy", "tests", "lsan.supp")}" }, Slowdown: 10)),
        // Its shadow memory has fixed places, which a randomised address space may have taken.
        Create("tsan", "ThreadSanitizer", "thread", layout => new Instrument(["setarch", "-R"],
            new Dictionary<string, string> { ["TSAN_OPTIONS"] = $"suppressions={layout.At("legacy", "tests", "tsan.supp")}" }, Slowdown: 20)),
    ];

    private static Suite Create(string name, string tool, string sanitizers, Func<RepositoryLayout, Instrument> instrument) =>
        new($"test-legacy-{name}", $"legacy runtime and callers under {tool}", async step =>
        {
            var library = step.Layout.At("artifacts", "build", $"legacy-{name}", "native");
            var callers = step.Layout.At("artifacts", "build", $"callers-{name}", "bin");
            await BuildPlan.CMake(step, "legacy", $"legacy-{name}", $"-DRUSTRT_SANITIZE={sanitizers}");
            await BuildPlan.CMake(step, "legacy/callers", $"callers-{name}", $"-DRUSTRT_SANITIZE={sanitizers}", $"-DRUSTRT_LIB_DIR={library}",
                $"-DRUSTRT_CALLERS_DIR={callers}");
            var watched = instrument(step.Layout);
            return await NativeSuites.CTest(step, $"artifacts/build/legacy-{name}", [.. watched.Before])
                + await new InstrumentedCallers(library, callers, watched).Run(step);
        });
}
