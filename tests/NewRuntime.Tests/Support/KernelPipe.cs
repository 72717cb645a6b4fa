using System.IO.Pipes;
using System.Net;
using System.Net.Sockets;

namespace Rustrt.Federation.Tests;

/// <summary>A pipe of the operating system, for tests that watch descriptors.</summary>
internal sealed class KernelPipe : IDisposable
{
    private readonly AnonymousPipeServerStream _reader = new(PipeDirection.In);
    private readonly AnonymousPipeClientStream _writer;

    public KernelPipe() => _writer = new AnonymousPipeClientStream(PipeDirection.Out, _reader.ClientSafePipeHandle);

    /// <summary>The descriptor to read from.</summary>
    public int Reader => (int)_reader.SafePipeHandle.DangerousGetHandle();

    public void Write() => _writer.WriteByte(1);

    // Opened anew: a loop may have made the other one non-blocking, which the stream does not expect.
    public void Read()
    {
        using var reader = new FileStream($"/proc/self/fd/{Reader}", FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 0);
        Assert.Equal(1, reader.ReadByte());
    }

    public void CloseWriter() => _writer.Dispose();

    public void Dispose()
    {
        _writer.Dispose();
        _reader.Dispose();
    }
}

/// <summary>Two connected sockets.</summary>
internal sealed class SocketPair : IDisposable
{
    private readonly Socket _near = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Socket _far;

    public SocketPair()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        _near.Connect(listener.LocalEndPoint!);
        _far = listener.Accept();
    }

    /// <summary>The descriptor of one end.</summary>
    public int Near => (int)_near.Handle;

    /// <summary>The descriptor of the other.</summary>
    public int Far => (int)_far.Handle;

    public void SendToFar() => _near.Send([1]);

    /// <summary>Sends a byte to it.</summary>
    public void SendToNear() => _far.Send([1]);

    public void CloseNear() => _near.Dispose();

    /// <summary>Receives at the other end; 0 is the end of what was sent.</summary>
    public int ReceiveAtFar() => _far.Receive(new byte[1]);

    public void ReceiveAtNear() => Assert.Equal(1, _near.Receive(new byte[1]));

    public void Dispose()
    {
        _near.Dispose();
        _far.Dispose();
    }
}
