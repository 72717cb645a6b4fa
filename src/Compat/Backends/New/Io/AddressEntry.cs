using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>The C library's struct addrinfo.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct AddressEntry
{
    public int Flags, Family, SocketType, Protocol;
    public uint Length;
    public sockaddr_in* Address;
    public byte* CanonicalName;
    public AddressEntry* Next;
}
