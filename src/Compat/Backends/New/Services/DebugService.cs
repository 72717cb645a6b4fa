using System.Runtime.CompilerServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>The service debug: tells of values by their descriptors, at debug level of ::rt::stdlib. Nothing is looked at unless
/// somebody listens: callers pass what they cannot describe.</summary>
internal sealed unsafe class DebugService
{
    private const uint Debug = 4;
    private const int Trap = 5;
    private const nint Ignore = 1;

    public void debug_tydesc(type_desc* td, rustrt_task_block* caller)
    {
        if (IsSilent(caller)) return;
        Logging.Write("debug_tydesc");
        Describe(td);
    }

    public void debug_opaque(type_desc* td, byte* front, rustrt_task_block* caller)
    {
        if (IsSilent(caller)) return;
        Logging.Write("debug_opaque");
        Describe(td);
        WriteBytes(front, td->size);
    }

    public void debug_box(type_desc* td, rust_opaque_box* box, rustrt_task_block* caller)
    {
        if (IsSilent(caller)) return;
        Logging.Write(box == null ? "debug_box((nil))" : $"debug_box(0x{(nint)box:x})");
        Describe(td);
        Logging.Write($"  refcount {box->ref_count - 1}");
        WriteBytes((byte*)(box + 1), td->size);
    }

    /// <summary>A descriptor smaller than a discriminant has bytes without end, as it had.</summary>
    public void debug_tag(type_desc* td, void* tag, rustrt_task_block* caller)
    {
        if (IsSilent(caller)) return;
        Logging.Write("debug_tag");
        Describe(td);
        Logging.Write($"  discriminant {Unsafe.ReadUnaligned<nint>(tag)}");
        WriteBytes((byte*)tag + sizeof(nint), td->size - (nuint)sizeof(nint));
    }

    public void debug_fn(type_desc* td, fn_env_pair* fn, rustrt_task_block* caller)
    {
        if (IsSilent(caller)) return;
        Logging.Write("debug_fn");
        Describe(td);
        Logging.Write($" fn at 0x{(nint)fn->f:x}");
        Logging.Write($"  env at 0x{(nint)fn->env:x}");
        if (fn->env != null) Logging.Write($"    refcount {fn->env->ref_count}");
    }

    public void* debug_ptrcast(type_desc* from, type_desc* to, void* p, rustrt_task_block* caller)
    {
        if (IsSilent(caller)) return p;
        Logging.Write("debug_ptrcast from");
        Describe(from);
        Logging.Write("to");
        Describe(to);
        return p;
    }

    /// <summary>Stops a debugger, goes on otherwise; the disposition stays.</summary>
    public void rust_dbg_breakpoint(rustrt_task_block* caller)
    {
        _ = LibC.SetDisposition(Trap, Ignore);
        _ = LibC.Raise(Trap);
    }

    private static bool IsSilent(rustrt_task_block* caller)
    {
        if (caller == null) Fatal.NoCurrentTask();
        if (!Logging.Enabled(rustrt_log_module.RUSTRT_LOG_STDLIB, Debug)) return true;
        LoggingService.CheckStack();
        return false;
    }

    private static void Describe(type_desc* td) => Logging.Write($"  size {td->size}, align {td->align}");

    private static void WriteBytes(byte* front, nuint count)
    {
        for (nuint i = 0; i < count; i++) Logging.Write($"  byte {i}: 0x{front[i]:x}");
    }
}
