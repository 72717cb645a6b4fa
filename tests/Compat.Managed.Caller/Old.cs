using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;
using static Rustrt.Compat.Interop.NativeMethods;

namespace Rustrt.Compat.Managed.Caller;

/// <summary>What a program on the old API writes around it: a crate map, closures, lines.</summary>
internal static unsafe class Old
{
    private static readonly object s_gate = new();

    /// <summary>rust_start with an entry and a map whose annihilator does nothing.</summary>
    public static int Run(delegate* unmanaged[Cdecl]<void*, rust_opaque_box*, void*, void> entry,
        delegate* unmanaged[Cdecl]<void*, void> annihilator = null)
    {
        crate_map* map = (crate_map*)NativeMemory.AllocZeroed(64); // its children end with a null in the second slot
        mod_entry* modules = (mod_entry*)NativeMemory.AllocZeroed((nuint)sizeof(mod_entry));
        map->version = 1;
        map->annihilate = annihilator == null ? (delegate* unmanaged[Cdecl]<void*, void>)&Nothing : annihilator;
        map->entries = modules;
        byte** argv = (byte**)NativeMemory.AllocZeroed(2, (nuint)sizeof(byte*));
        argv[0] = Text("caller");
        int status = rust_start((nuint)entry, 1, argv, map);
        Say($"status {status}, exchange {*rust_get_exchange_count_ptr()}");
        return status & 255;
    }

    /// <summary>A new task with a body and an environment.</summary>
    public static rust_task* Spawn(delegate* unmanaged[Cdecl]<void*, rust_opaque_box*, void*, void> body, rust_opaque_box* environment = null)
    {
        rust_task* task = new_task();
        rust_task_ref(task);
        fn_env_pair closure = new() { f = body, env = environment };
        start_task(task, &closure);
        return task;
    }

    /// <summary>A box of the exchange heap with one word in it.</summary>
    public static rust_opaque_box* Box(nint word, type_desc* type)
    {
        rust_opaque_box* box = (rust_opaque_box*)rust_uv_current_kernel_malloc((nuint)(sizeof(rust_opaque_box) + sizeof(nint)));
        *box = new rust_opaque_box { ref_count = -1, td = type };
        *(nint*)(box + 1) = word;
        return box;
    }

    /// <summary>The word of a box.</summary>
    public static nint Word(rust_opaque_box* box) => *(nint*)(box + 1);

    /// <summary>The description of a word, with drop glue.</summary>
    public static type_desc* Type(delegate* unmanaged[Cdecl]<void*, void*, type_desc**, void*, void> drop)
    {
        type_desc* type = (type_desc*)NativeMemory.AllocZeroed((nuint)sizeof(type_desc));
        type->size = type->align = (nuint)sizeof(nint);
        type->drop = drop;
        return type;
    }

    public static bool Yield() => rust_task_yield(rust_get_task(), null) != 0;

    /// <summary>Whether the task was killed; the event otherwise.</summary>
    public static bool Wait(out nint value)
    {
        void* result = null;
        bool killed = task_wait_event(rust_get_task(), &result) != 0;
        value = (nint)result;
        return killed;
    }

    /// <summary>The thread's lines stay whole.</summary>
    public static void Say(string line)
    {
        lock (s_gate) Console.WriteLine(line);
    }

    /// <summary>Lives as long as the process.</summary>
    public static byte* Text(string text) => (byte*)Marshal.StringToCoTaskMemUTF8(text);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Nothing(void* unused)
    {
    }
}
