using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>
/// A task's local data, which its one pointer leads to: a managed box laid out as in legacy/core/src/local_data/map.h, so that each
/// side finds what it must know of the other's.
/// </summary>
internal unsafe struct LocalMap
{
    public void* Begin, End, EndOfRoom;
    public byte Ending;

    /// <summary>Is this task past its body? Without a map it is not.</summary>
    public static bool IsEnding(rustrt_task_block* task)
    {
        rust_opaque_box* box = (rust_opaque_box*)LibraryBinding.Api->LocalData((rust_task*)task);
        return box != null && ((LocalMap*)(box + 1))->Ending != 0;
    }
}
