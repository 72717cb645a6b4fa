namespace Rustrt.Compat.Backends.New;

/// <summary>What the poller says of a socket.</summary>
[Flags]
internal enum IoEvents
{
    None = 0,
    Readable = 1,
    Writable = 2,
    /// <summary>The peer has ended its side.</summary>
    PeerEnded = 4,
    /// <summary>An error of the socket is pending: reading and writing will both tell of it.</summary>
    Error = 8,
}

/// <summary>Whom the poller can report.</summary>
internal interface IReported
{
    /// <summary>The callbacks that follow from a report, decided one by one as they are made.</summary>
    IEnumerable<Callback> Deliver(IoEvents events);
}

/// <summary>One report of the poller.</summary>
internal readonly record struct Report(IReported Source, IoEvents Events);
