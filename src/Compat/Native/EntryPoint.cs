using System.Runtime.InteropServices;
using Rustrt.Compat.Backends.New;

namespace Rustrt.Compat.Native;

/// <summary>The one symbol of librustrt_new.so, which the router looks up.</summary>
internal static unsafe class EntryPoint
{
    [UnmanagedCallersOnly(EntryPoint = "rustrt_new_bind")]
    private static void Bind(void* api, void* mine)
    {
        // The finalizers' thread has been made, but may not have run yet. Later there may be no memory for what it needs to begin
        // (thread_bounds.c), since tasks have taken all.
        GC.WaitForPendingFinalizers();
        Binding.Bind(api, mine);
    }
}
