namespace Rustrt.Bindgen.Runtime.Switch;

/// <summary>All that a decision sees of the process.</summary>
public abstract class SwitchEnvironment
{
    /// <summary>Settings count bytes, so texts are bytes here; null: not set.</summary>
    public abstract byte[]? Variable(string name);

    /// <summary>Reads a regular file whole.</summary>
    /// <param name="path">As the setting names it.</param>
    /// <param name="limit">Most bytes that it may have; EFBIG if it has more.</param>
    /// <param name="content">Empty if it cannot be read.</param>
    /// <returns>0 or an errno; EINVAL for what is neither a file nor a folder.</returns>
    public abstract int ReadFile(string path, int limit, out byte[] content);

    /// <summary>Takes one line, without its line feed.</summary>
    public abstract void Log(string line);

    /// <summary>Where the program lies, without a slash at its end; null: not known.</summary>
    public abstract string? ProgramFolder { get; }

    /// <summary>The process has privileges beyond its user's, so that variables are not to be trusted.</summary>
    public abstract bool IsSecure { get; }
}
