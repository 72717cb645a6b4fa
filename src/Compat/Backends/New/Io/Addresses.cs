using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>Socket addresses from text and back, by the rules of the C library.</summary>
internal static unsafe partial class Addresses
{
    /// <summary>What is no dotted address gives all ones.</summary>
    public static sockaddr_in Ip4(byte* text, int port)
    {
        sockaddr_in address = new() { sin_family = Sockets.Ip4, sin_port = Swapped((ushort)port) };
        *(uint*)&address.sin_addr = AddressOf(text);
        return address;
    }

    /// <summary>What is no address gives all zeroes.</summary>
    public static sockaddr_in6 Ip6(byte* text, int port)
    {
        sockaddr_in6 address = new() { sin6_family = Sockets.Ip6, sin6_port = Swapped((ushort)port) };
        _ = Parse(Sockets.Ip6, text, &address.sin6_addr);
        return address;
    }

    /// <summary>0, or 1 when the text does not fit with its NUL; <paramref name="text"/> is then left alone.</summary>
    public static int TextOf(sockaddr_in* address, byte* text, nuint size) => Write(Sockets.Ip4, &address->sin_addr, text, (uint)size) != null ? 0 : 1;

    /// <inheritdoc cref="TextOf(sockaddr_in*, byte*, nuint)"/>
    public static int TextOf(sockaddr_in6* address, byte* text, nuint size) => Write(Sockets.Ip6, &address->sin6_addr, text, (uint)size) != null ? 0 : 1;

    /// <summary>Between the order of the network and that of the machine.</summary>
    public static ushort Swapped(ushort port) => BinaryPrimitives.ReverseEndianness(port);

    [LibraryImport("libc", EntryPoint = "inet_addr")]
    private static partial uint AddressOf(byte* text);

    [LibraryImport("libc", EntryPoint = "inet_pton")]
    private static partial int Parse(int family, byte* text, void* address);

    [LibraryImport("libc", EntryPoint = "inet_ntop")]
    private static partial byte* Write(int family, void* address, byte* text, uint size);
}
