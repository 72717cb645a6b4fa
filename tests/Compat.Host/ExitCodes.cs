namespace Rustrt.Compat.Host;

/// <summary>What the host itself ends with; everything else is the program's.</summary>
internal static class ExitCodes
{
    public const int Usage = 64, CannotRun = 126;
}
