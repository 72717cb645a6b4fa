using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>The service pipes of librustcore.so: packets and one-shots here, the rest in the files beside.</summary>
internal sealed unsafe partial class PipesService
{
    public rustcore_packet* rustcore_packet_new(type_desc* type, rustrt_task_block* caller) => Packet.New(type);

    public byte rustcore_packet_send(rustcore_packet* packet, void* value, rustrt_task_block* caller) =>
        (byte)Packet.Send(caller, packet, value, null, default);

    public byte rustcore_packet_try_recv(rustcore_packet* packet, void* @out, rustrt_task_block* caller) =>
        (byte)Receiving.Receive(caller, packet, @out, null, default);

    public byte rustcore_packet_peek(rustcore_packet* packet, rustrt_task_block* caller) => (byte)Packet.Peek(caller, packet);

    public void rustcore_packet_sender_terminate(rustcore_packet* packet, rustrt_task_block* caller) => Packet.TerminateSender(caller, packet, default);

    public void rustcore_packet_receiver_terminate(rustcore_packet* packet, rustrt_task_block* caller) =>
        Packet.TerminateReceiver(caller, packet, default);

    public nuint rustcore_select_packets(rustcore_packet** packets, nuint count, rustrt_task_block* caller) =>
        (nuint)Selecting.Select(caller, (void**)packets, count, &ItSelf);

    // ---- one-shots: a packet, whose sides are the two ends

    public void rustcore_oneshot(type_desc* type, rustcore_port_one** port, rustcore_chan_one** chan, rustrt_task_block* caller)
    {
        rustcore_packet* both = Packet.New(type);
        *port = (rustcore_port_one*)both;
        *chan = (rustcore_chan_one*)both;
    }

    public void rustcore_send_one(rustcore_chan_one* chan, void* value, rustrt_task_block* caller) =>
        Packet.Send(caller, (rustcore_packet*)chan, value, null, default);

    public byte rustcore_try_send_one(rustcore_chan_one* chan, void* value, rustrt_task_block* caller) =>
        (byte)Packet.Send(caller, (rustcore_packet*)chan, value, null, default);

    public void rustcore_recv_one(rustcore_port_one* port, void* @out, rustrt_task_block* caller) =>
        Receiving.Receive(caller, (rustcore_packet*)port, @out, null, new After { Then = &FailIfClosedOne });

    public byte rustcore_try_recv_one(rustcore_port_one* port, void* @out, rustrt_task_block* caller) =>
        (byte)Receiving.Receive(caller, (rustcore_packet*)port, @out, null, default);

    public byte rustcore_peek_one(rustcore_port_one* port, rustrt_task_block* caller) => (byte)Packet.Peek(caller, (rustcore_packet*)port);

    public void rustcore_chan_one_drop(rustcore_chan_one* chan, rustrt_task_block* caller) =>
        Packet.TerminateSender(caller, (rustcore_packet*)chan, default);

    public void rustcore_port_one_drop(rustcore_port_one* port, rustrt_task_block* caller) =>
        Packet.TerminateReceiver(caller, (rustcore_packet*)port, default);

    public nuint rustcore_select_one(rustcore_port_one** ports, nuint count, rustrt_task_block* caller) =>
        (nuint)Selecting.Select(caller, (void**)ports, count, &ItSelf);

    public rustcore_packet* rustcore_port_one_packet(rustcore_port_one* port, rustrt_task_block* caller) => (rustcore_packet*)port;

    private static rustcore_packet* ItSelf(void* packet) => (rustcore_packet*)packet;

    private static ulong FailIfClosedOne(rustrt_task_block* task, nint unused, ulong received) =>
        received != 0 ? received : Failure.ConnectionClosedOneShot(task);
}
