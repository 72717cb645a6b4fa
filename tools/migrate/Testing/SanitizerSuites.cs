using Rustrt.Migrate.Build;

namespace Rustrt.Migrate.Testing;

/// <summary>The own tests of the old runtime and of the core library, built with sanitizers into folders of their own.</summary>
internal static class SanitizerSuites
{
    private static readonly (string Name, string Title, string Sanitizers)[] s_builds =
    [
        ("asan", "under AddressSanitizer and UBSan", "address,undefined"),
        ("tsan", "under ThreadSanitizer", "thread"),
    ];

    public static IEnumerable<Suite> All() => s_builds.SelectMany(build => new[]
    {
        new Suite($"test-legacy-{build.Name}", $"legacy runtime {build.Title}", async step =>
        {
            await Legacy(step, build.Name, build.Sanitizers);
            return await NativeSuites.CTest(step, $"artifacts/build/legacy-{build.Name}");
        }),
        new Suite($"test-core-{build.Name}", $"core library {build.Title}", async step =>
        {
            await Legacy(step, build.Name, build.Sanitizers);
            await BuildPlan.CMake(step, "legacy/core", $"core-{build.Name}", $"-DRUSTRT_SANITIZE={build.Sanitizers}",
                $"-DRUSTRT_LIB_DIR={step.Layout.At("artifacts", "build", $"legacy-{build.Name}", "native")}");
            return await NativeSuites.CTest(step, $"artifacts/build/core-{build.Name}");
        }),
    });

    private static Task Legacy(StepContext step, string name, string sanitizers) =>
        BuildPlan.CMake(step, "legacy", $"legacy-{name}", $"-DRUSTRT_SANITIZE={sanitizers}");
}
