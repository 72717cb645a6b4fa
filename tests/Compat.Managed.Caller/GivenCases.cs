using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;
using static Rustrt.Compat.Interop.NativeMethods;

namespace Rustrt.Compat.Managed.Caller;

/// <summary>C# functions that the runtime calls for tasks, what passes structs, and what is refused.</summary>
internal static unsafe class GivenCases
{
    private static int s_ended, s_annihilated, s_others;

    /// <summary>A body's environment is dropped once, after the body, in the task.</summary>
    public static int Environment() => Old.Run(&EnvironmentMain);

    /// <summary>That of a task that fails is dropped when its frames are gone.</summary>
    public static int EnvironmentOfFailing() => Old.Run(&EnvironmentOfFailingMain);

    /// <summary>The annihilator runs at the end of every task, as that task.</summary>
    public static int Annihilator()
    {
        int status = Old.Run(&AnnihilatorMain, &Annihilate);
        Old.Say($"annihilated {s_annihilated}");
        return status;
    }

    /// <summary>A runner in C# gets the functions in their order.</summary>
    public static int ExitFunction() => Old.Run(&ExitFunctionMain);

    /// <summary>A raw thread runs C# outside of tasks.</summary>
    public static int RawThread() => Old.Run(&RawThreadMain);

    /// <summary>Two runs after one another, with entries of their own.</summary>
    public static int TwoRuns() => Old.Run(&EnvironmentMain) | Old.Run(&RawThreadMain);

    /// <summary>A body that is native code runs on its task's stack, and gets no thread.</summary>
    public static int NativeBody() => Old.Run(&NativeBodyMain);

    /// <summary>What is for compiled code on the task's stack is refused by name.</summary>
    public static int Refused() => Old.Run(&RefusedMain);

    /// <summary>Structs by value and in two registers come back whole.</summary>
    public static int Structs() => Old.Run(&StructsMain);

    /// <summary>A thread of the program's own signals a task: it has the task's pointer and needs no task.</summary>
    public static int ForeignThread() => Old.Run(&ForeignThreadMain);

    /// <summary>A signal to memory that is no task, from outside of tasks.</summary>
    public static int SignalsNothing()
    {
        byte* memory = (byte*)NativeMemory.AllocZeroed(1 << 16);
        task_signal_event((rust_task*)(memory + (1 << 15)), null);
        return 0;
    }

    /// <summary>Before this program, native code calls the API, so that the router looks for the new backend in a library.</summary>
    public static int RouterFirst()
    {
        nint library = NativeLibrary.Load("librustrt.so", typeof(GivenCases).Assembly, null);
        ((delegate* unmanaged[Cdecl]<void*>)NativeLibrary.GetExport(library, "rust_get_exchange_count_ptr"))();
        return DelegateCases.Runs() | TurnCases.Many() | DelegateCases.Async();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void EnvironmentMain(void* ret, rust_opaque_box* env, void* arg)
    {
        Volatile.Write(ref s_ended, 0);
        rust_task* task = Old.Spawn(&EnvironmentBody, Old.Box(42, Old.Type(&Drop)));
        while (Volatile.Read(ref s_ended) == 0) Old.Yield();
        rust_task_deref(task);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void EnvironmentBody(void* ret, rust_opaque_box* env, void* arg)
    {
        Old.Yield();
        Old.Say($"body with {Old.Word(env)}");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void EnvironmentOfFailingMain(void* ret, rust_opaque_box* env, void* arg)
    {
        rust_task* task = Old.Spawn(&EnvironmentFailingBody, Old.Box(43, Old.Type(&Drop)));
        while (Volatile.Read(ref s_ended) == 0) Old.Yield();
        rust_task_deref(task);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void EnvironmentFailingBody(void* ret, rust_opaque_box* env, void* arg)
    {
        try
        {
            upcall_fail(null, null, 0);
        }
        catch (TaskFailedException)
        {
            Old.Say($"caught with {Old.Word(env)}");
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Drop(void* ret, void* env, type_desc** types, void* value)
    {
        Old.Yield(); // glue may
        Old.Say($"dropped {*(nint*)value}, failed {rust_task_is_unwinding(rust_get_task())}");
        Volatile.Write(ref s_ended, 1);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void AnnihilatorMain(void* ret, rust_opaque_box* env, void* arg)
    {
        for (int i = 0; i < 3; i++) rust_task_deref(Old.Spawn(&NothingBody));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void NothingBody(void* ret, rust_opaque_box* env, void* arg)
    {
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Annihilate(void* unused)
    {
        if (get_task_id() is >= 1 and <= 4) Interlocked.Increment(ref s_annihilated);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void ExitFunctionMain(void* ret, rust_opaque_box* env, void* arg)
    {
        for (nint i = 1; i <= 3; i++)
        {
            fn_env_pair* function = (fn_env_pair*)NativeMemory.Alloc((nuint)sizeof(fn_env_pair));
            *function = new fn_env_pair { env = (rust_opaque_box*)i };
            rust_register_exit_function(&Runner, function);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Runner(void* ret, rust_opaque_box* env, void* functions)
    {
        exit_functions* list = (exit_functions*)functions;
        for (nuint i = 0; i < list->count; i++)
        {
            Old.Yield();
            Old.Say($"exit function {(nint)list->start[i]->env}");
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void RawThreadMain(void* ret, rust_opaque_box* env, void* arg)
    {
        fn_env_pair closure = new() { f = &RawThreadBody };
        rust_raw_thread_join_delete(rust_raw_thread_start(&closure));
        Old.Say($"joined, ran {s_others}");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void RawThreadBody(void* ret, rust_opaque_box* env, void* arg)
    {
        ulong now;
        precise_time_ns(&now);
        if (now != 0) Interlocked.Increment(ref s_others);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void NativeBodyMain(void* ret, rust_opaque_box* env, void* arg)
    {
        nint library = NativeLibrary.Load("librustrt.so", typeof(NativeMethods).Assembly, null);
        rust_task* task = new_task();
        rust_task_ref(task);
        rust_task_local_data_atexit(task, &NativeBodyCleanup);
        fn_env_pair closure = new() { f = (delegate* unmanaged[Cdecl]<void*, rust_opaque_box*, void*, void>)NativeLibrary.GetExport(library, "rust_dbg_do_nothing") };
        start_task(task, &closure);
        while (Volatile.Read(ref s_ended) == 0) Old.Yield();
        rust_task_deref(task);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void NativeBodyCleanup(void* data)
    {
        int bodies = Directory.EnumerateDirectories("/proc/self/task")
            .Count(thread => File.ReadAllText(Path.Combine(thread, "comm")) == "rustrt task Bod\n"); // names have 15 bytes
        Old.Say($"cleanup, threads {bodies}");
        Volatile.Write(ref s_ended, 1);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void RefusedMain(void* ret, rust_opaque_box* env, void* arg)
    {
        Try(static () => upcall_new_stack(0, null, 0));
        Try(static () => upcall_del_stack());
        Try(static () => upcall_reset_stack_limit());
        Try(static () => upcall_rust_personality(1, 1, 0, null, null));
    }

    private static void Try(Action call)
    {
        try
        {
            call();
            Old.Say("not refused");
        }
        catch (NotSupportedException refused)
        {
            Old.Say(refused.Message);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void StructsMain(void* ret, rust_opaque_box* env, void* arg)
    {
        sockaddr_in four = rust_uv_ip4_addr(Old.Text("10.1.2.3"), 4660);
        sockaddr_in6 six = rust_uv_ip6_addr(Old.Text("::1"), 4660);
        byte* text = stackalloc byte[64];
        rust_uv_ip4_name(&four, text, 64);
        string name4 = Marshal.PtrToStringUTF8((nint)text)!;
        rust_uv_ip6_name(&six, text, 64);
        uv_buf_t buffer = new() { @base = rust_uv_malloc_buf_base_of(16), len = 16 };
        rust_uv_free_base_of_buf(buffer);
        Old.Say($"{name4} {rust_uv_ip4_port(&four)} {Marshal.PtrToStringUTF8((nint)text)} {rust_uv_ip6_port(&six)}");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void ForeignThreadMain(void* ret, rust_opaque_box* env, void* arg)
    {
        nint self = (nint)rust_get_task();
        new Thread(() => task_signal_event((rust_task*)self, (void*)9)).Start();
        Old.Wait(out nint value);
        Old.Say($"event {value}");
    }
}
