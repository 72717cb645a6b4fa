using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>A task holds a lock, and meanwhile neither yields nor is killed.</summary>
internal static unsafe class Section
{
    public static void Enter(rustrt_task_block* task, rust_lock* @lock)
    {
        LibraryBinding.Api->InhibitKill((rust_task*)task);
        LibraryBinding.Api->InhibitYield((rust_task*)task);
        LibraryBinding.Api->Lock(@lock);
    }

    public static void Leave(rustrt_task_block* task, rust_lock* @lock)
    {
        LibraryBinding.Api->Unlock(@lock);
        LibraryBinding.Api->AllowYield((rust_task*)task);
        LibraryBinding.Api->AllowKill((rust_task*)task);
    }
}
