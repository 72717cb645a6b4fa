using System.Globalization;
using Rustrt.Migrate.Build;

namespace Rustrt.Migrate.Running;

/// <summary>The variables that put a program on a switch setting; everything else of the user's environment stays.</summary>
internal static class SwitchedEnvironment
{
    /// <summary>
    /// Where the loader shall look: first beside the router, where librustcore.so is as well, by which a program may be linked.
    /// </summary>
    public static string LibraryPath(RepositoryLayout layout, string? users) =>
        string.IsNullOrEmpty(users) ? layout.RouterDirectory : $"{layout.RouterDirectory}:{users}";

    public static Dictionary<string, string> For(string setting, string libraryPath, int? threads, bool trace, string? callsFile)
    {
        var variables = new Dictionary<string, string>
        {
            ["RUSTRT_SWITCH"] = setting,
            ["LD_LIBRARY_PATH"] = libraryPath,
        };
        if (threads is { } count)
        {
            variables["RUST_THREADS"] = count.ToString(CultureInfo.InvariantCulture);
        }
        if (trace)
        {
            variables["RUSTRT_SWITCH_TRACE"] = "1";
        }
        if (callsFile is not null)
        {
            variables["RUSTRT_CALLS"] = callsFile;
        }
        return variables;
    }
}
