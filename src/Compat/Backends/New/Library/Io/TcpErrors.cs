using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>What operations end with beside what they were for: texts of the runtime, or these.</summary>
internal static unsafe class TcpErrors
{
    public static rustcore_tcp_error LoopHasEnded => Of("ECANCELED"u8, "the I/O task has ended"u8);

    public static rustcore_tcp_error AlreadyReading => Of("EALREADY"u8, "the socket is being read"u8);

    public static rustcore_tcp_error NothingInTime => Of("TIMEOUT"u8, "nothing arrived in time"u8);

    /// <summary>Of the messages that carry one.</summary>
    public static type_desc* MessageType { get; } = Descriptors.Make<rustcore_tcp_error>();

    /// <summary>What a call's or callback's status on this loop means; without a name: it went well.</summary>
    public static rustcore_tcp_error OfStatus(int status, uv_loop_s* loop)
    {
        if (status == 0) return default;
        LibraryUv* uv = LibraryBinding.Api->Uv;
        uv_err_t error = uv->LastError(loop);
        return new() { name = uv->ErrorName(&error), message = uv->ErrorText(&error) };
    }

    /// <summary>A literal's bytes stay where they are, and a zero follows them.</summary>
    private static rustcore_tcp_error Of(ReadOnlySpan<byte> name, ReadOnlySpan<byte> message) => new()
    {
        name = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(name)),
        message = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(message)),
    };
}
