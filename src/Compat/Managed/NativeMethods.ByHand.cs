using System.Runtime.CompilerServices;
using Rustrt.Compat.Managed;

namespace Rustrt.Compat.Interop;

/// <summary>What the generated part leaves: functions that take C#'s functions, that pass structs, and that no body can call.</summary>
public static unsafe partial class NativeMethods
{
    // Tasks run native code on their own stacks; the old default, 768 bytes, is for code that grows its stack.
    private const string StackVariable = "RUST_MIN_STACK", StackBytes = "262144";

    private static partial bool IsTaskThread() => TaskThread.Current != null;

    private static partial ulong CallInTask(string function, bool onTaskStack, ReadOnlySpan<ulong> arguments) =>
        TaskThread.Current!.Call(function, onTaskStack, arguments);

    public static partial int rust_start(nuint entry, int argc, byte** argv, void* map)
    {
        RustrtLibrary.SetVariable(StackVariable, StackBytes, overwrite: false);
        return GivenFunctions.Start(entry, argc, argv, (crate_map*)map);
    }

    public static partial void start_task(rust_task* target, fn_env_pair* f)
    {
        if (f != null && ManagedCode.Contains((nint)f->f)) TaskBody.Start(target, f);
        else if (IsTaskThread()) CallInTask("start_task", false, [(ulong)target, (ulong)f]);
        else NativeImports.start_task(target, f);
    }

    public static partial void rust_task_local_data_atexit(rust_task* task, delegate* unmanaged[Cdecl]<void*, void> cleanup)
    {
        nint given = GivenFunctions.Cleanup(task, (nint)cleanup);
        if (IsTaskThread()) CallInTask("rust_task_local_data_atexit", true, [(ulong)task, (ulong)given]);
        else NativeImports.rust_task_local_data_atexit(task, (delegate* unmanaged[Cdecl]<void*, void>)given);
    }

    public static partial void rust_register_exit_function(
        delegate* unmanaged[Cdecl]<void*, rust_opaque_box*, void*, void> runner, fn_env_pair* fn)
    {
        nint given = GivenFunctions.ExitRunner((nint)runner);
        if (IsTaskThread()) CallInTask("rust_register_exit_function", false, [(ulong)given, (ulong)fn]);
        else NativeImports.rust_register_exit_function((delegate* unmanaged[Cdecl]<void*, rust_opaque_box*, void*, void>)given, fn);
    }

    public static partial void rust_uv_free_base_of_buf(uv_buf_t buf)
    {
        if (IsTaskThread()) CallInTask("rust_uv_free_base_of_buf", false, [(ulong)buf.@base, buf.len]);
        else NativeImports.rust_uv_free_base_of_buf(buf);
    }

    public static partial sockaddr_in rust_uv_ip4_addr(byte* ip, int port)
    {
        if (!IsTaskThread()) return NativeImports.rust_uv_ip4_addr(ip, port);
        ulong* words = stackalloc ulong[2]; // two registers
        words[0] = CallInTask("rust_uv_ip4_addr", false, [(ulong)ip, (ulong)port]);
        words[1] = TaskThread.Current!.SecondResult;
        return *(sockaddr_in*)words;
    }

    public static partial sockaddr_in6 rust_uv_ip6_addr(byte* ip, int port)
    {
        if (!IsTaskThread()) return NativeImports.rust_uv_ip6_addr(ip, port);
        sockaddr_in6 result; // too large for registers: the caller says where
        CallInTask("rust_uv_ip6_addr", false, [(ulong)(&result), (ulong)ip, (ulong)port]);
        return result;
    }

    public static partial void* upcall_new_stack(nuint frame_size, void* stack_args, nuint stack_args_size) =>
        IsTaskThread() ? throw Refusal() : NativeImports.upcall_new_stack(frame_size, stack_args, stack_args_size);

    public static partial void upcall_del_stack()
    {
        if (IsTaskThread()) throw Refusal();
        NativeImports.upcall_del_stack();
    }

    public static partial void upcall_reset_stack_limit()
    {
        if (IsTaskThread()) throw Refusal();
        NativeImports.upcall_reset_stack_limit();
    }

    public static partial int upcall_rust_personality(
        int version, int actions, ulong exception_class, _Unwind_Exception* ue, _Unwind_Context* ctx) =>
        IsTaskThread() ? throw Refusal() : NativeImports.upcall_rust_personality(version, actions, exception_class, ue, ctx);

    private static NotSupportedException Refusal([CallerMemberName] string function = "") => new(
        $"{function} cannot be called from a task body in C#: it is for compiled code on the task's own stack, and such a body has none");
}
