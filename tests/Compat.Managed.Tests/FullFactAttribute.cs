using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Managed.Tests;

/// <summary>A test of the long tier alone (<see cref="Tier"/>); told as skipped in the other.</summary>
internal sealed class FullFactAttribute : FactAttribute
{
    public FullFactAttribute()
    {
        if (!Tier.IsFull) Skip = "takes long: RUSTRT_TESTS_FULL=1";
    }
}
