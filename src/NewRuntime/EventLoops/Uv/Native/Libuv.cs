using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Rustrt.Federation;

/// <summary>The functions of libuv that the loop uses; sizes are asked for at run time, so that any 1.x fits.</summary>
internal static unsafe partial class Libuv
{
    internal const int RunOnce = 1;
    internal const int RunNoWait = 2;
    internal const int PollHandle = 8;
    internal const int TimerHandle = 13;
    internal const int Readable = 1;

    private const string Library = "libuv.so.1";

    [LibraryImport(Library, EntryPoint = "uv_loop_size")]
    internal static partial nuint LoopSize();

    [LibraryImport(Library, EntryPoint = "uv_handle_size")]
    internal static partial nuint HandleSize(int type);

    [LibraryImport(Library, EntryPoint = "uv_loop_init")]
    internal static partial int LoopInit(void* loop);

    [LibraryImport(Library, EntryPoint = "uv_loop_close")]
    internal static partial int LoopClose(void* loop);

    [LibraryImport(Library, EntryPoint = "uv_run")]
    internal static partial int Run(void* loop, int mode);

    [LibraryImport(Library, EntryPoint = "uv_update_time")]
    internal static partial void UpdateTime(void* loop);

    [LibraryImport(Library, EntryPoint = "uv_poll_init")]
    internal static partial int PollInit(void* loop, void* handle, int descriptor);

    [LibraryImport(Library, EntryPoint = "uv_poll_start")]
    internal static partial int PollStart(
        void* handle, int events, delegate* unmanaged[Cdecl]<void*, int, int, void> callback);

    [LibraryImport(Library, EntryPoint = "uv_handle_get_data")]
    internal static partial void* GetData(void* handle);

    [LibraryImport(Library, EntryPoint = "uv_handle_set_data")]
    internal static partial void SetData(void* handle, void* data);

    [LibraryImport(Library, EntryPoint = "uv_timer_init")]
    internal static partial int TimerInit(void* loop, void* handle);

    [LibraryImport(Library, EntryPoint = "uv_timer_start")]
    internal static partial int TimerStart(
        void* handle, delegate* unmanaged[Cdecl]<void*, void> callback, ulong timeout, ulong repeat);

    [LibraryImport(Library, EntryPoint = "uv_timer_stop")]
    internal static partial int TimerStop(void* handle);

    [LibraryImport(Library, EntryPoint = "uv_close")]
    internal static partial void Close(void* handle, delegate* unmanaged[Cdecl]<void*, void> callback);

    [LibraryImport(Library, EntryPoint = "uv_strerror")]
    private static partial byte* ErrorText(int error);

    /// <summary>Turns a negative result into an exception that names the call.</summary>
    internal static void Check(int result, string call)
    {
        if (result < 0)
            throw new InvalidOperationException($"libuv: {call} failed: {Marshal.PtrToStringUTF8((nint)ErrorText(result))}");
    }

}
