namespace Rustrt.Compat.Backends.New;

/// <summary>RUSTRT_PLACEMENT: whether task k goes to thread k mod n, as the old runtime placed them, or to who is idle.</summary>
internal static class Placement
{
    /// <summary>Reads the variable; a mistake in it ends the process before any task runs.</summary>
    public static bool IsRoundRobin()
    {
        string? placement = EnvironmentText.Get("RUSTRT_PLACEMENT");
        if (placement is null or "" or "stealing") return false;
        if (placement != "round-robin")
            Refusal.Exit($"RUSTRT_PLACEMENT={placement}: unknown placement; valid are stealing and round-robin");
        return true;
    }
}
