using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>The words of a run on the new core, one per unit (rustrt_core.h), and the hooks of services that want to be told of
/// a run's life. Services of this backend register theirs as those of the legacy one do.</summary>
internal static unsafe class RunWords
{
    private static readonly nint[] s_birth = new nint[(int)rustrt_unit.RUSTRT_SLOTS];
    private static readonly nint[] s_burial = new nint[(int)rustrt_unit.RUSTRT_SLOTS];

    /// <summary>Called while the backends are connected, before any run.</summary>
    public static void SetHooks(int unit, nint birth, nint burial) => (s_birth[unit], s_burial[unit]) = (birth, burial);

    /// <summary>The words of a new run.</summary>
    public static void** Make()
    {
        void** words = (void**)NativeMemory.AllocZeroed((nuint)rustrt_unit.RUSTRT_SLOTS, (nuint)sizeof(nint));
        Call(s_birth, words);
        return words;
    }

    /// <summary>After the last task of the run is buried.</summary>
    public static void Release(void** words)
    {
        Call(s_burial, words);
        NativeMemory.Free(words);
    }

    private static void Call(nint[] hooks, void** words)
    {
        for (int unit = 0; unit < hooks.Length; unit++)
            if (hooks[unit] != 0) ((delegate* unmanaged<void**, void>)hooks[unit])(words + unit);
    }
}
