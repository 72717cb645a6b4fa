namespace Rustrt.Compat.Tests.Support;

/// <summary>The checkout that these tests belong to, and what its build leaves where (docs/design.md section 7).</summary>
internal static class Repository
{
    public const string RouterName = "librustrt.so", LegacyName = "librustrt_legacy.so", NewName = "librustrt_new.so", CoreName = "librustcore.so", CoreLegacyName = "librustcore_legacy.so";

    public static string Root { get; } = FindRoot();

    /// <summary>The folder with the legacy library under the name that callers link to.</summary>
    public static string Legacy => Folder("legacy", RouterName);

    /// <summary>The same library without what the router calls, as a user brings one along.</summary>
    public static string LegacyWithoutSeams => Built(Path.Combine(Legacy, "without-seams", RouterName));

    /// <summary>One that offers the seams of the exchange heap and of the log, and no core table.</summary>
    public static string LegacyWithSomeSeams => Built(Path.Combine(Legacy, "some-seams", RouterName));

    /// <summary>The folder with the router and both backends.</summary>
    public static string Router => Folder("router", RouterName, LegacyName, NewName, CoreName, CoreLegacyName);

    /// <summary>The same, built with its assertions.</summary>
    public static string CheckedRouter => Folder("router-checked", RouterName, LegacyName, NewName, CoreName, CoreLegacyName);

    /// <summary>The host program of tests/Compat.Host, built in the configuration of these tests.</summary>
    public static string Host => Built(Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory.Replace("Compat.Tests", "Compat.Host", StringComparison.Ordinal), "Rustrt.Compat.Host.dll")));

    /// <summary>A program or library of legacy/callers.</summary>
    public static string Caller(string name) => Built(Path.Combine(Root, "artifacts", "callers", name));

    /// <summary>The program of an area of legacy/tests.</summary>
    public static string LegacyTest(string area) => Built(Path.Combine(Root, "artifacts", "build", "legacy", "tests", $"test_{area}"));

    /// <summary>The old core library, with the legacy runtime.</summary>
    public static string CoreLibrary => Built(Path.Combine(Root, "artifacts", "native", "legacy", CoreName));

    /// <summary>The program of an area of legacy/core/tests.</summary>
    public static string CoreTest(string area) => Built(Path.Combine(Root, "artifacts", "build", "core", "tests", $"test_{area}"));

    /// <summary>A file of the checkout.</summary>
    public static string Source(string path) => Path.Combine(Root, path);

    private static string Folder(string name, params string[] libraries)
    {
        string folder = Path.Combine(Root, "artifacts", "native", name);
        foreach (string library in libraries) Built(Path.Combine(folder, library));
        return folder;
    }

    private static string Built(string path) => File.Exists(path) ? path
        : throw new InvalidOperationException($"{path} is not there; ./migrate build builds it, and ./migrate test what only tests need");

    private static string FindRoot()
    {
        for (string? folder = AppContext.BaseDirectory; folder != null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "legacy", "include", "rustrt.h"))) return folder;
        throw new InvalidOperationException($"{AppContext.BaseDirectory} is not inside a checkout");
    }
}
