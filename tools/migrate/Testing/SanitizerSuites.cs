using Rustrt.Migrate.Build;

namespace Rustrt.Migrate.Testing;

/// <summary>The old runtime's own tests, built with sanitizers into folders of their own.</summary>
internal static class SanitizerSuites
{
    private static readonly (string Name, string Title, string Sanitizers)[] s_builds =
    [
        ("asan", "legacy runtime under AddressSanitizer and UBSan", "address,undefined"),
        ("tsan", "legacy runtime under ThreadSanitizer", "thread"),
    ];

    public static IEnumerable<Suite> All() => s_builds.Select(build => new Suite($"test-legacy-{build.Name}", build.Title, async step =>
    {
        var folder = $"artifacts/build/legacy-{build.Name}";
        await BuildPlan.CMake(step, "legacy", $"legacy-{build.Name}", $"-DRUSTRT_SANITIZE={build.Sanitizers}");
        return await NativeSuites.CTest(step, folder);
    }));
}
