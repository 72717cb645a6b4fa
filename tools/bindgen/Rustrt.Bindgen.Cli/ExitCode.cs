namespace Rustrt.Bindgen.Cli;

/// <summary>What the process says to scripts.</summary>
public static class ExitCode
{
    public const int Success = 0;

    /// <summary>--check found files that are not what the inputs ask for.</summary>
    public const int Stale = 1;

    public const int Usage = 2;

    /// <summary>The inputs could not be read as what they should be, or libclang is missing.</summary>
    public const int Parse = 3;

    /// <summary>--strict, and something was left out.</summary>
    public const int Strict = 4;
}
