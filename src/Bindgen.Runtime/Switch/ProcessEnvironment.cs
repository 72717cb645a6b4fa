using System.Text;

namespace Rustrt.Bindgen.Runtime.Switch;

/// <summary>This process: its variables, files and standard error.</summary>
public sealed class ProcessEnvironment : SwitchEnvironment
{
    private static readonly Lazy<bool> s_isSecure = new(LibC.HasExtraPrivileges);

    /// <inheritdoc/>
    public override byte[]? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { } value ? Encoding.UTF8.GetBytes(value) : null;

    /// <inheritdoc/>
    public override int ReadFile(string path, int limit, out byte[] content) => LibC.ReadFile(path, limit, out content);

    /// <inheritdoc/>
    public override void Log(string line) => LibC.Write(LibC.StandardError, Encoding.UTF8.GetBytes(line + "\n"));

    /// <summary>
    /// The program's own assemblies, not the executable: that is the same <c>dotnet</c> for all programs started by it.
    /// </summary>
    public override string? ProgramFolder => AppContext.BaseDirectory.TrimEnd('/');

    /// <inheritdoc/>
    public override bool IsSecure => s_isSecure.Value;
}
