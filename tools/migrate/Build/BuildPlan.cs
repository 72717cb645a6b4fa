namespace Rustrt.Migrate.Build;

/// <summary>What is built, in order. Every tool called here does only what its sources' changes need.</summary>
internal static class BuildPlan
{
    private const string NewBackendProject = "src/Compat/Native/Rustrt.Compat.Native.csproj";
    private const string Release = "Release", Checked = "Checked";

    public static IReadOnlyList<Step> Steps(RepositoryLayout layout) =>
    [
        Legacy(),
        Core(layout),
        new("build-callers", "example callers, linked to the legacy runtime", async step =>
            await CMake(step, "legacy/callers", "callers", $"-DRUSTRT_LIB_DIR={layout.LegacyDirectory}")),
        Router(layout),
        new("build-new", "new runtime (C#, NativeAOT)", async step =>
            await Publish(step, "new", Release, layout.NewBackend)),
    ];

    /// <summary>The packages, and before them the native files that are in them.</summary>
    public static IReadOnlyList<Step> StepsForPackages(RepositoryLayout layout) =>
        [Legacy(), Core(layout), Router(layout), Packages.Step(layout)];

    /// <summary>
    /// The same, and what only tests use: router and new backend that assert the stack invariants at every upcall, and the packages.
    /// </summary>
    public static IReadOnlyList<Step> StepsForTests(RepositoryLayout layout) =>
    [
        .. Steps(layout),
        new("build-checked", "router and new runtime with checked invariants", async step =>
        {
            await CMake(step, "src/Compat/Router", "router-checked", "-DROUTER_CHECK=ON", $"-DROUTER_OUTPUT={layout.CheckedRouterDirectory}");
            step.Copy(layout.LegacyLibrary, Path.Combine(layout.CheckedRouterDirectory, "librustrt_legacy.so"));
            step.Copy(layout.CoreLibrary, Path.Combine(layout.CheckedRouterDirectory, "librustcore_legacy.so"));
            await Publish(step, "new-checked", Checked,
                Path.Combine(layout.CheckedRouterDirectory, "librustrt_new.so"), "-p:RustrtChecked=true");
        }),
        Packages.Step(layout),
    ];

    /// <summary>Says what to do when something that a verb needs has not been built.</summary>
    /// <exception cref="UserErrorException">A file is missing.</exception>
    public static void RequireBuilt(RepositoryLayout layout, params IEnumerable<string> files)
    {
        var missing = files.Where(file => !File.Exists(file)).Select(layout.Shown).ToList();
        if (missing.Count > 0)
        {
            throw new UserErrorException(ExitCode.NotBuilt,
                $"not built yet: {string.Join(", ", missing)}; './migrate build' makes {(missing.Count == 1 ? "it" : "them")}.");
        }
    }

    private static Step Legacy() => new("build-legacy", "legacy runtime (C++)", async step =>
        await CMake(step, "legacy", "legacy"));

    private static Step Core(RepositoryLayout layout) => new("build-core", "old core library, over the API of the runtime (C++)", async step =>
        await CMake(step, "legacy/core", "core", $"-DRUSTRT_LIB_DIR={layout.LegacyDirectory}"));

    private static Step Router(RepositoryLayout layout) => new("build-router", "router (C and assembly)", async step =>
    {
        await CMake(step, "src/Compat/Router", "router");
        step.Copy(layout.LegacyLibrary, layout.LegacyBackend);
        step.Copy(layout.CoreLibrary, layout.CoreLegacyBackend);
    });

    private static async Task Publish(StepContext step, string name, string configuration, string library, params string[] options)
    {
        var output = step.Layout.At("artifacts", "build", name);
        await ManagedBuild.Publish(step, name, configuration, NewBackendProject, output, options);
        // The symbol file stays behind: valgrind's reader dies on a .dbg beside the library (docs/findings-native.md).
        step.Copy(Path.Combine(output, "librustrt_new.so"), library);
    }

    internal static async Task CMake(StepContext step, string source, string name, params string[] options)
    {
        var build = $"artifacts/build/{name}";
        // CMake refuses a folder that it once filled for another tool.
        if (File.Exists(step.Layout.At(build, "Makefile")))
        {
            Directory.Delete(step.Layout.At(build), recursive: true);
        }
        // Make needs half as long again: it starts three processes more for each file.
        await step.Run("cmake", ["-G", "Ninja", "-S", source, "-B", build, "-DCMAKE_BUILD_TYPE=RelWithDebInfo", .. options]);
        await step.Run("cmake", "--build", build, "-j", Environment.ProcessorCount.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
