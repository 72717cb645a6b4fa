namespace Rustrt.Compat.Backends.New;

/// <summary>Exit statuses of a program that is refused before any task runs: src/Compat/Switch/switch_exit_codes.h.</summary>
internal static class ExitCodes
{
    public const int Text = 120;
}
