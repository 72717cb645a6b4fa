namespace Rustrt.Migrate.Build;

/// <summary>
/// Held by whoever builds in this checkout, so that two commands that are started together do not write the same files. A lock on
/// an open file: it goes with its process, however that ends.
/// </summary>
internal sealed class BuildLock : IDisposable
{
    private static readonly TimeSpan s_askAgain = TimeSpan.FromMilliseconds(200);

    private readonly FileStream _file;

    private BuildLock(FileStream file) => _file = file;

    /// <summary>Waits for the lock; <paramref name="waits"/> is called once if somebody else has it.</summary>
    public static async Task<BuildLock> Take(RepositoryLayout layout, Action waits, CancellationToken stop)
    {
        Directory.CreateDirectory(layout.Artifacts);
        for (var told = false; ; told = true)
        {
            if (TryTake(layout) is { } taken)
            {
                return taken;
            }
            if (!told)
            {
                waits();
            }
            await Task.Delay(s_askAgain, stop);
        }
    }

    /// <summary>The lock if it is free.</summary>
    /// <exception cref="UnauthorizedAccessException">The artifacts may not be written.</exception>
    public static BuildLock? TryTake(RepositoryLayout layout)
    {
        try
        {
            return new BuildLock(new FileStream(Path.Combine(layout.Artifacts, "build.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException error) when (error.GetType() == typeof(IOException))
        {
            return null; // in use
        }
    }

    public void Dispose() => _file.Dispose();
}
