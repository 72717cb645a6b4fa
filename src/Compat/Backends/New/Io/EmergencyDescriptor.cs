namespace Rustrt.Compat.Backends.New;

/// <summary>
/// A descriptor that is held for the case that there are no more: given up, it lets a listener take the connections that
/// nobody can have, and drop them. Otherwise the loop would be told of them for ever. As libuv has it.
/// </summary>
internal sealed class EmergencyDescriptor : IDisposable
{
    private int _descriptor = -1;

    /// <summary>Before a first socket is made.</summary>
    public void Reserve()
    {
        if (_descriptor != -1) return;
        _descriptor = Sockets.OpenReadOnly("/dev/null"u8);
        if (_descriptor < 0) Renew();
    }

    /// <summary>Drops all waiting connections; the error that ended it, EAGAIN when none is left.</summary>
    public int DropConnections(int listener)
    {
        if (_descriptor == -1) return -Errno.EMFILE;
        Sockets.Close(_descriptor);
        int accepted;
        do
        {
            accepted = Sockets.Accept(listener);
            if (accepted >= 0) Sockets.Close(accepted);
        }
        while (accepted >= 0);
        Renew();
        return accepted;
    }

    private void Renew() => _descriptor = Math.Max(-1, Sockets.OpenReadOnly("/"u8));

    public void Dispose()
    {
        if (_descriptor >= 0) Sockets.Close(_descriptor);
    }
}
