using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>
/// Streams: each message travels with the receiving side of the packet that the next one will come in, and its sender keeps the
/// sending side. So there is always exactly one packet to send into, and no bound on how many wait.
/// </summary>
internal sealed unsafe partial class PipesService
{
    public void rustcore_stream(type_desc* type, rustcore_port** port, rustcore_chan** chan, rustrt_task_block* caller)
    {
        rustcore_packet* first = Packet.New(type);
        *port = Blocks.Make<rustcore_port>();
        (*port)->endpoint = first;
        *chan = Blocks.Make<rustcore_chan>();
        **chan = new() { endpoint = first, type = type };
    }

    public void rustcore_send(rustcore_chan* chan, void* value, rustrt_task_block* caller) => SendOn(caller, chan, value, default);

    public byte rustcore_try_send(rustcore_chan* chan, void* value, rustrt_task_block* caller) =>
        (byte)SendOn(caller, chan, value, new After { Then = &EmptyIfRefused, With = (nint)chan });

    public void rustcore_recv(rustcore_port* port, void* @out, rustrt_task_block* caller) =>
        ReceiveFrom(caller, port, @out, new After { Then = &FailIfClosed });

    public byte rustcore_try_recv(rustcore_port* port, void* @out, rustrt_task_block* caller) => (byte)ReceiveFrom(caller, port, @out, default);

    public byte rustcore_peek(rustcore_port* port, rustrt_task_block* caller) => (byte)Peek(caller, port);

    public void rustcore_chan_drop(rustcore_chan* chan, rustrt_task_block* caller)
    {
        rustcore_packet* endpoint = chan->endpoint;
        Blocks.Free(chan);
        if (endpoint != null) Packet.TerminateSender(caller, endpoint, default);
    }

    public void rustcore_port_drop(rustcore_port* port, rustrt_task_block* caller)
    {
        rustcore_packet* endpoint = port->endpoint;
        Blocks.Free(port);
        if (endpoint != null) Packet.TerminateReceiver(caller, endpoint, default);
    }

    public nuint rustcore_select(rustcore_port** ports, nuint count, rustrt_task_block* caller) =>
        (nuint)Selecting.Select(caller, (void**)ports, count, &EndpointOf);

    public rustcore_packet* rustcore_port_packet(rustcore_port* port, rustrt_task_block* caller)
    {
        if (port->endpoint == null) Failure.UsedUpPort(caller);
        return port->endpoint;
    }

    private static ulong Peek(rustrt_task_block* task, rustcore_port* port) =>
        port->endpoint == null ? Failure.UsedUpPort(task) : Packet.Peek(task, port->endpoint);

    /// <summary>The chan has its next endpoint before the value goes, so that it is whole whatever the glue of a refused value does.</summary>
    private static ulong SendOn(rustrt_task_block* task, rustcore_chan* chan, void* value, After after)
    {
        rustcore_packet* into = chan->endpoint;
        if (into == null) return Failure.UsedUpChan(task, chan->type, value);
        chan->endpoint = Packet.New(chan->type);
        return Packet.Send(task, into, value, chan->endpoint, after);
    }

    /// <summary>The receiver's side ends here, also by a failure.</summary>
    private static ulong ReceiveFrom(rustrt_task_block* task, rustcore_port* port, void* @out, After after)
    {
        rustcore_packet* from = port->endpoint;
        if (from == null) return Failure.UsedUpPort(task);
        port->endpoint = null;
        return Receiving.Receive(task, from, @out, &port->endpoint, after);
    }

    private static ulong EmptyIfRefused(rustrt_task_block* task, nint with, ulong sent)
    {
        if (sent != 0) return sent;
        rustcore_chan* chan = (rustcore_chan*)with;
        rustcore_packet* endpoint = chan->endpoint;
        chan->endpoint = null;
        return Packet.TerminateSender(task, endpoint, default);
    }

    private static ulong FailIfClosed(rustrt_task_block* task, nint unused, ulong received) =>
        received != 0 ? received : Failure.ConnectionClosedStream(task);

    private static rustcore_packet* EndpointOf(void* port) => ((rustcore_port*)port)->endpoint;
}
