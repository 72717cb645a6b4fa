using Rustrt.Migrate.Build;
using Rustrt.Migrate.Elf;

namespace Rustrt.Migrate.Running;

/// <summary>
/// Everything that can be known to be wrong with a program before it runs: each fault has one message and an exit code
/// of its own.
/// </summary>
internal static class ProgramCheck
{
    private const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>The program's full path.</summary>
    /// <exception cref="UserErrorException">It cannot run on a switch setting.</exception>
    public static string Check(string program, IReadOnlyList<string> libraryPath)
    {
        var path = Locate(program);
        if (Directory.Exists(path))
        {
            throw new UserErrorException(ExitCode.NotExecutable, $"{program} is a directory; name the program in it.");
        }
        if (!File.Exists(path))
        {
            throw new UserErrorException(ExitCode.NotFound, $"{program}: there is no such program.");
        }
        if ((File.GetUnixFileMode(path) & AnyExecute) == 0)
        {
            throw new UserErrorException(ExitCode.NotExecutable, $"{program} is not executable; 'chmod +x {program}' makes it so.");
        }
        try
        {
            CheckImage(program, path, libraryPath);
        }
        catch (ElfFormatException error)
        {
            throw new UserErrorException(ExitCode.NotElf, $"{program} is {error.Message}; the switch works on ELF programs for x86-64.");
        }
        catch (UnauthorizedAccessException)
        {
            throw new UserErrorException(ExitCode.NotExecutable, $"{program} cannot be read by this user.");
        }
        return path;
    }

    private static void CheckImage(string program, string path, IReadOnlyList<string> libraryPath)
    {
        var image = ElfImage.Read(path);
        if (image.Needed.Count == 0)
        {
            throw new UserErrorException(ExitCode.NotLinked,
                $"{program} needs no shared library at all; it must be linked to {RepositoryLayout.LibraryName} dynamically.");
        }
        var chain = LibrarySearch.ChainTo(RepositoryLayout.LibraryName, path, libraryPath)
            ?? throw new UserErrorException(ExitCode.NotLinked,
                $"{program} is not linked to {RepositoryLayout.LibraryName}, nor is a library found beside it; it needs "
                + string.Join(", ", image.Needed) + ".");
        var user = chain[^1];
        if (LibrarySearch.BypassingPath(RepositoryLayout.LibraryName, ElfImage.Read(user), user) is { } bypass)
        {
            throw new UserErrorException(ExitCode.BypassesSwitch,
                $"{user} has a DT_RPATH that finds {Path.Combine(bypass, RepositoryLayout.LibraryName)} before anything else, so the "
                + "switch would never be asked; remove it (patchelf --remove-rpath) or link with --enable-new-dtags.");
        }
    }

    // As a shell does: a name without a slash is looked up in PATH.
    private static string Locate(string program)
    {
        if (program.Contains('/'))
        {
            return Path.GetFullPath(program);
        }
        var places = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return places.Select(place => Path.Combine(place, program)).FirstOrDefault(File.Exists) ?? Path.GetFullPath(program);
    }
}
