using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>What the router of librustcore.so hands to C#: rustrt_library_api in Router/Rustrt/companion.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct LibraryApi
{
    public const uint Current = 1;

    public uint Version, Size;
    /// <summary>The exports of this library, by symbol index.</summary>
    public nint* Entries;
    /// <summary>On a task's Rust stack: the next event. Fails when the task was killed.</summary>
    public nint Wait;
    /// <summary>rust_upcall_fail.</summary>
    public nint Fail;
    public delegate* unmanaged<rust_task*, void*, void> Signal;
    public delegate* unmanaged<rust_task*, void> Ref;
    public delegate* unmanaged<rust_task*, void> Deref;
    public delegate* unmanaged<rust_task*, void> ClearEvent;
    public nint ExclusiveNew, ExclusiveClone, ExclusiveDrop, ExclusiveWith;
    public nint Select, PortDrop, TryReceive;
    /// <summary>A body for rustcore_exclusive_with: the send of a shared chan.</summary>
    public nint SendLocked;
    /// <summary>Of the value of such an exclusive: a chan.</summary>
    public ulong ChanType;
}
