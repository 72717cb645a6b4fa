using Rustrt.Migrate.Build;

namespace Rustrt.Migrate.Testing;

/// <summary>The own tests of the old runtime and of the core library, and the callers, built with sanitizers into folders of their own.</summary>
internal static class SanitizerSuites
{
    /// <summary>Compiler options, how it is called, and how programs run under it.</summary>
    internal sealed record Sanitizer(string Name, string Title, string Options, Func<RepositoryLayout, Instrument> Instrument);

    // Its shadow memory has fixed places, which a randomised address space may have taken; it has room for 8,128 stacks.
    internal static Sanitizer Thread { get; } = new("tsan", "ThreadSanitizer", "thread", layout => new Instrument(["setarch", "-R"],
        new Dictionary<string, string> { ["TSAN_OPTIONS"] = $"suppressions={layout.At("legacy", "tests", "tsan.supp")}" }, Slowdown: 20, MostTasks: 4000));

    private static Sanitizer Address { get; } = new("asan", "AddressSanitizer and UBSan", "address,undefined", layout => new Instrument([],
        new Dictionary<string, string> { ["LSAN_OPTIONS"] = $"suppressions={layout.At("legacy", "tests", "lsan.supp")}" }, Slowdown: 10));

    public static IEnumerable<Suite> All() => [.. Create(Thread), .. Create(Address)];

    private static IEnumerable<Suite> Create(Sanitizer sanitizer) =>
    [
        new($"test-legacy-{sanitizer.Name}", $"legacy runtime under {sanitizer.Title}", async step =>
        {
            await Legacy(step, sanitizer);
            return await NativeSuites.CTest(step, $"artifacts/build/legacy-{sanitizer.Name}", [.. sanitizer.Instrument(step.Layout).Before]);
        }),
        new($"test-core-{sanitizer.Name}", $"core library under {sanitizer.Title}", async step =>
        {
            await Core(step, sanitizer);
            return await NativeSuites.CTest(step, $"artifacts/build/core-{sanitizer.Name}", [.. sanitizer.Instrument(step.Layout).Before]);
        }),
        new($"test-callers-{sanitizer.Name}", $"callers under {sanitizer.Title}", async step =>
        {
            var (libraries, callers) = await Callers(step, sanitizer);
            return await new InstrumentedCallers(libraries, callers, sanitizer.Instrument(step.Layout)).Run(step);
        }),
    ];

    /// <summary>Builds all of it; where the libraries and the callers are then.</summary>
    internal static async Task<(string Libraries, string Callers)> Callers(StepContext step, Sanitizer sanitizer)
    {
        await Core(step, sanitizer);
        var callers = step.Layout.At("artifacts", "build", $"callers-{sanitizer.Name}", "bin");
        await BuildPlan.CMake(step, "legacy/callers", $"callers-{sanitizer.Name}", $"-DRUSTRT_SANITIZE={sanitizer.Options}",
            $"-DRUSTRT_LIB_DIR={Libraries(step, sanitizer)}", $"-DRUSTRT_CALLERS_DIR={callers}");
        return (Libraries(step, sanitizer), callers);
    }

    private static string Libraries(StepContext step, Sanitizer sanitizer) => step.Layout.At("artifacts", "build", $"legacy-{sanitizer.Name}", "native");

    private static Task Legacy(StepContext step, Sanitizer sanitizer) =>
        BuildPlan.CMake(step, "legacy", $"legacy-{sanitizer.Name}", $"-DRUSTRT_SANITIZE={sanitizer.Options}");

    // Beside the runtime, where callers look for both.
    private static async Task Core(StepContext step, Sanitizer sanitizer)
    {
        await Legacy(step, sanitizer);
        await BuildPlan.CMake(step, "legacy/core", $"core-{sanitizer.Name}", $"-DRUSTRT_SANITIZE={sanitizer.Options}",
            $"-DRUSTRT_LIB_DIR={Libraries(step, sanitizer)}", $"-DRUSTCORE_OUTPUT_DIR={Libraries(step, sanitizer)}");
    }
}
