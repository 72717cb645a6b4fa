#pragma warning disable CA1716, IDE1006 // C's names
using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>A packet, laid out as in legacy/core/src/pipes/packet.h, so that both sides can meet on one; the value stands behind.</summary>
internal unsafe struct rustcore_packet
{
    /// <summary><see cref="PacketState"/>; atomic.</summary>
    public nuint state;
    /// <summary>The task that waits, with a reference of it; who takes the word out by exchange owns that reference.</summary>
    public nint waiter;
    /// <summary>How many sides still use the packet; atomic.</summary>
    public uint ends;
    /// <summary>A value is in. Not the same as full: the state of a side that goes replaces it, or is replaced.</summary>
    public byte occupied;
    public type_desc* type;
    /// <summary>Of a stream: the receiving side of the next message's packet, which travels with the value.</summary>
    public rustcore_packet* next;
}

internal static class PacketState
{
    public const nuint Empty = 0, Full = 1, Blocked = 2, Terminated = 3;

    public static bool IsReady(nuint state) => state is Full or Terminated;
}

/// <summary>The receiving end of a stream; without an endpoint when the other end was found gone.</summary>
internal unsafe struct rustcore_port
{
    public rustcore_packet* endpoint;
}

/// <summary>The sending end of a stream.</summary>
internal unsafe struct rustcore_chan
{
    public rustcore_packet* endpoint;
    public type_desc* type;
}

/// <summary>An end of a one-shot is its packet.</summary>
internal struct rustcore_port_one;

/// <inheritdoc cref="rustcore_port_one"/>
internal struct rustcore_chan_one;

/// <summary>A chan that many tasks send on: an exclusive of the chan.</summary>
internal unsafe struct rustcore_shared_chan
{
    public void* exclusive;
    public type_desc* type;
}

/// <summary>The ports are in memory of the C library.</summary>
internal unsafe struct rustcore_port_set
{
    public type_desc* type;
    public rustcore_port** ports;
    public nuint count, capacity;
}

/// <summary>One reference to data behind a lock: a <see cref="SharedBlock"/>.</summary>
internal struct rustcore_exclusive;

/// <summary>The same without a lock.</summary>
internal struct rustcore_shared_state;

/// <summary>How a global value is copied and ended: void *(void *) and void (void *).</summary>
internal struct rustcore_global_type
{
    public nint clone, destroy;
}

/// <summary>An owned closure: called once at most, dropped exactly once, on the Rust stack of its owner.</summary>
internal unsafe struct rustcore_closure
{
    /// <summary>void (void *env)</summary>
    public nint call;
    public void* env;
    /// <summary>The same, or 0.</summary>
    public nint drop;
}

internal enum rustcore_linkage : uint
{
    RUSTCORE_LINKED,
    RUSTCORE_SUPERVISED,
    RUSTCORE_UNLINKED,
}

internal enum rustcore_sched_mode : uint
{
    RUSTCORE_DEFAULT_SCHEDULER,
    RUSTCORE_CURRENT_SCHEDULER,
    RUSTCORE_EXISTING_SCHEDULER,
    RUSTCORE_PLATFORM_THREAD,
    RUSTCORE_SINGLE_THREADED,
    RUSTCORE_THREAD_PER_CORE,
    RUSTCORE_THREAD_PER_TASK,
    RUSTCORE_MANUAL_THREADS,
}

/// <summary>The options of one spawn, and whether it was made.</summary>
internal unsafe struct rustcore_builder
{
    public SpawnOptions options;
    /// <summary>Until it is handed to the caller.</summary>
    public rustcore_port* port;
    public byte spawned;
}

/// <summary>One reference to an I/O task: an exclusive of its <see cref="Mailbox"/>.</summary>
internal struct rustcore_iotask;

/// <summary>A <see cref="TcpSocket"/>.</summary>
internal struct rustcore_tcp_socket;

/// <summary>Offered to a listener: a socket, or why there is none.</summary>
internal unsafe struct rustcore_tcp_connection
{
    public TcpSocket* socket;
    public rustcore_tcp_error error;
}

/// <summary>Static texts; null: no error.</summary>
internal unsafe struct rustcore_tcp_error
{
    public byte* name, message;
}

/// <summary>A block of the exchange heap.</summary>
internal unsafe struct rustcore_bytes
{
    public byte* data;
    public nuint size;
}

/// <summary>What a read brings.</summary>
internal struct rustcore_tcp_read_result
{
    public rustcore_bytes bytes;
    public rustcore_tcp_error error;
}

/// <summary>An address of either family.</summary>
[StructLayout(LayoutKind.Explicit)]
internal struct rustcore_ip
{
    [FieldOffset(0)] public ushort family;
    [FieldOffset(0)] public sockaddr_in v4;
    [FieldOffset(0)] public sockaddr_in6 v6;
}
