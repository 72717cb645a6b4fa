namespace Rustrt.Bindgen.Runtime.Switch;

/// <summary>A setting that is refused. The message is one line: the place, the value, what would be valid.</summary>
/// <param name="exitCode">Of <see cref="SwitchExitCode"/>.</param>
/// <param name="message">Without the prefix that a log line would have.</param>
public sealed class SwitchException(int exitCode, string message) : Exception(message)
{
    /// <summary>What a process that ends because of it should return.</summary>
    public int ExitCode { get; } = exitCode;
}

/// <summary>Why a program was refused, as its exit status: the numbers of docs/switch.md, the same as a router's.</summary>
public static class SwitchExitCode
{
    /// <summary>A unit is new, and one of its services has no managed implementation.</summary>
    public const int Unserved = 119;

    /// <summary>A word or a value that the switch language does not have.</summary>
    public const int Text = 120;

    /// <summary>A file that is missing, or cannot be read or written.</summary>
    public const int File = 121;

    /// <summary>A backend that the setting needs cannot load.</summary>
    public const int Backend = 122;

    /// <summary>A well-formed setting that is not possible yet.</summary>
    public const int Setting = 123;
}
