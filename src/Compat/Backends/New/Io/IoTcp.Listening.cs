namespace Rustrt.Compat.Backends.New;

// A socket that takes connections. One that the callback does not accept waits, and the others behind it.
internal sealed partial class IoTcp
{
    private nint _onConnection;
    private int _accepted = None;

    public nint Listen(int backlog, nint callback)
    {
        if (IsClosing) return -Errno.EINVAL;
        if (_delayedError != 0) return _delayedError;
        nint error = NeedSocket(Sockets.Ip4);
        if (error == 0) error = Sockets.Listen(_socket, backlog);
        if (error < 0) return error;
        _onConnection = callback;
        Want(IoEvents.Readable);
        IsActive = true;
        return 0;
    }

    /// <summary>The waiting connection becomes the client's socket.</summary>
    public nint Accept(IoTcp client)
    {
        if (client.Loop != Loop) Fatal.Assertion("server->loop == client->loop", "stream.c", 0, "uv_accept");
        if (_accepted == None) return -Errno.EAGAIN;
        nint error = client.Take(_accepted);
        if (error < 0) Sockets.Close(_accepted);
        _accepted = None;
        if (error == 0) Want(IoEvents.Readable);
        return error;
    }

    private nint Take(int socket)
    {
        const int Busy = 16;
        if (HasSocket) return -Busy;
        _socket = socket;
        _mayRead = _mayWrite = true;
        return 0;
    }

    private IEnumerable<Callback> DeliverConnections()
    {
        while (HasSocket)
        {
            int accepted = Sockets.Accept(_socket);
            if (accepted is -Errno.EMFILE or -Errno.ENFILE) accepted = Loop.Emergency.DropConnections(_socket);
            if (accepted == -Errno.EAGAIN) break;
            if (accepted == -Errno.ECONNABORTED) continue;
            if (accepted < 0)
            {
                yield return new Callback(_onConnection, Address, Loop.Result(accepted));
                continue;
            }
            _accepted = accepted;
            yield return new Callback(_onConnection, Address, 0);
            if (_accepted == None) continue;
            DoNotWant(IoEvents.Readable);
            break;
        }
    }
}
