using Rustrt.Migrate.Build;
using Rustrt.Migrate.Elf;
using Rustrt.Migrate.Services;
using Rustrt.Parity.Settings;

namespace Rustrt.Migrate.Scan;

/// <summary>Looks at a program or library, and at the libraries found beside it, without running anything.</summary>
internal sealed class ProgramScan(Coverage coverage, SwitchUnits units, IReadOnlyList<string> libraryPath)
{
    private static readonly string[] s_forks = ["fork", "vfork", "_Fork", "clone", "daemon", "forkpty"];
    private static readonly string[] s_signals = ["sigaction", "signal", "sigaltstack", "bsd_signal", "__sysv_signal", "sigset"];
    private static readonly string[] s_loads = ["dlopen", "dlmopen"];

    // Where the loader looks without being told to.
    private static readonly string[] s_systemFolders = ["/lib64", "/usr/lib64", "/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/usr/local/lib", "/lib", "/usr/lib"];

    // Those that calls go to: the router stands in for them.
    private static readonly string[] s_libraries = [RepositoryLayout.LibraryName, RepositoryLayout.CoreLibraryName];

    private readonly Dictionary<string, string> _libraryOf = coverage.Symbols.ToDictionary(symbol => symbol.Name, symbol => symbol.Library);

    /// <exception cref="UserErrorException">The file is not there, or no ELF file.</exception>
    public ScanReport Scan(string file)
    {
        if (Directory.Exists(file))
        {
            throw new UserErrorException(ExitCode.NotElf, $"{file} is a folder; name the programs and libraries in it.");
        }
        if (!File.Exists(file))
        {
            throw new UserErrorException(ExitCode.NotFound, $"{file}: there is no such file.");
        }
        try
        {
            return Scan(file, [.. LibrarySearch.Chains(file, libraryPath).Select(found => (found.Chain[^1], found.Image))]);
        }
        catch (ElfFormatException error)
        {
            throw new UserErrorException(ExitCode.NotElf, $"{file} is {error.Message}; only ELF files for x86-64 can be scanned.");
        }
    }

    private ScanReport Scan(string name, IReadOnlyList<(string Path, ElfImage Image)> found)
    {
        // A library that calls go to is looked at only when it is what was asked about.
        var files = found.Where((one, index) => index == 0 || !s_libraries.Contains(one.Image.SoName)).ToList();
        var user = files.FirstOrDefault(one => s_libraries.Any(one.Image.Needed.Contains));
        var uses = coverage.UsedBy(files.SelectMany(one => one.Image.Imports));
        var functions = uses.SelectMany(use => use.NotServedByNew.Select(function => (use.Unit, function))).ToList();
        return new ScanReport(name, files[0].Image.SoName, user.Path, user.Path is null ? [] : [.. s_libraries.Where(user.Image.Needed.Contains)],
            [.. files.Select(one => one.Path)], uses,
            [.. files.SelectMany(one => Findings(one.Path, one.Image)).Concat(NotFound(found)).OrderBy(finding => finding.Weight)],
            [.. units.Working.Select(setting => new SettingChance(setting.Name, [.. functions.Where(one => setting.SideOf(one.Unit) == "new").Select(one => one.function)]))]);
    }

    private static IEnumerable<Finding> NotFound(IReadOnlyList<(string Path, ElfImage Image)> found)
    {
        var there = found.Select(one => Path.GetFileName(one.Path)).Concat(s_libraries).ToHashSet(StringComparer.Ordinal);
        return found.SelectMany(one => one.Image.Needed.Where(needed => !there.Contains(Path.GetFileName(needed))
                && !s_systemFolders.Any(folder => File.Exists(Path.Combine(folder, needed))))
            .Select(needed => new Finding(one.Path, "not-found", Weight.Watch, $"needs {needed}, which is not found: with its folder in LD_LIBRARY_PATH it is looked at, too")));
    }

    private IEnumerable<Finding> Findings(string path, ElfImage image) =>
        s_libraries.Contains(image.SoName) ? OfALibraryOfTheUsers(path, image) : [.. OfLinking(path, image), .. OfLoading(path, image), .. OfBehaviour(path, image)];

    private IEnumerable<Finding> OfALibraryOfTheUsers(string path, ElfImage image)
    {
        var extra = image.Exports.Where(name => !_libraryOf.ContainsKey(name) && !name.StartsWith("rustrt_", StringComparison.Ordinal)).ToList();
        var lacks = _libraryOf.Where(one => one.Value == image.SoName).Select(one => one.Key).Except(image.Exports).Order(StringComparer.Ordinal).ToList();
        yield return new(path, "own-legacy", Weight.Watch, $"is a {image.SoName} itself: "
            + (image.SoName == RepositoryLayout.LibraryName ? $"RUSTRT_LEGACY={path} makes it the old side" : "as librustcore_legacy.so beside the router it is the old side")
            + (lacks.Count == 0 ? "" : $"; it lacks {Shown(lacks)}") + (extra.Count == 0 ? "" : $"; it exports beside the old API {Shown(extra)}"));
    }

    private IEnumerable<Finding> OfLinking(string path, ElfImage image)
    {
        foreach (var library in s_libraries)
        {
            var copies = image.Definitions.Concat(image.Exports).Where(name => _libraryOf.GetValueOrDefault(name) == library).Distinct().ToList();
            if (copies.Count > 0)
            {
                yield return new(path, "static-copy", Weight.Bypass, $"has {copies.Count} functions of the old API in it ({Shown(copies)}): their calls never "
                    + $"leave the file; link it to {library} instead");
            }
            foreach (var needed in image.Needed.Where(needed => needed != library
                && Path.GetFileName(needed).StartsWith(Path.GetFileNameWithoutExtension(library), StringComparison.Ordinal)))
            {
                yield return new(path, "soname", Weight.Bypass, $"needs '{needed}', which the router is not: its name is {library} (patchelf --replace-needed)");
            }
            if (LibrarySearch.BypassingPath(library, image, path) is { } bypass)
            {
                yield return new(path, "rpath", Weight.Bypass, $"its DT_RPATH finds {Path.Combine(bypass, library)} before LD_LIBRARY_PATH is "
                    + "looked at; remove it (patchelf --remove-rpath) or put the router there");
            }
        }
        if (image.RunPath.Count > 0)
        {
            yield return new(path, "runpath", Weight.Watch, $"has a DT_RUNPATH ({string.Join(':', image.RunPath)}): LD_LIBRARY_PATH comes before it, and without that a "
                + $"{RepositoryLayout.LibraryName} there is used");
        }
    }

    private static IEnumerable<Finding> OfLoading(string path, ElfImage image)
    {
        if (image.Mentions("LD_LIBRARY_PATH"))
        {
            yield return new(path, "library-path", Weight.Watch, "speaks of LD_LIBRARY_PATH: if it sets that for programs it starts, those may not find the router");
        }
        var loads = s_loads.Where(image.Imports.Contains).ToList();
        if (loads.Count > 0)
        {
            yield return new(path, "dlopen", Weight.Watch, image.Mentions("librustrt")
                ? $"speaks of librustrt and calls {Shown(loads)}: a path of its own, RTLD_DEEPBIND or another namespace finds another library than the router"
                : $"calls {Shown(loads)}: a library that is opened with RTLD_DEEPBIND and brings its own {RepositoryLayout.LibraryName} passes the router by");
        }
    }

    private static IEnumerable<Finding> OfBehaviour(string path, ElfImage image)
    {
        if (image.Sections.Contains(".note.GNU-split-stack") || image.Imports.Concat(image.Definitions).Contains("__morestack"))
        {
            yield return new(path, "split-stack", Weight.Watch, "was compiled with split stacks: its functions compare with the limit word %fs:0x70, which the runtime "
                + "keeps for its tasks; outside of them it is the compiler's own");
        }
        var forks = s_forks.Where(image.Imports.Contains).ToList();
        if (forks.Count > 0)
        {
            yield return new(path, "fork", Weight.Watch, $"calls {Shown(forks)}: under new a child may call nothing of the library before it becomes another program");
        }
        var signals = s_signals.Where(image.Imports.Contains).ToList();
        if (signals.Count > 0)
        {
            yield return new(path, "signals", Weight.Watch, $"calls {Shown(signals)}: handlers run on the stack of whatever task is running; under new .NET has handlers of its "
                + "own (SIGSEGV, SIGFPE, SIGCHLD, SIGQUIT and others), which one that is installed later must call on");
        }
    }

    private static string Shown(List<string> names) =>
        string.Join(", ", names.Take(5)) + (names.Count > 5 ? $" and {names.Count - 5} more" : "");
}
