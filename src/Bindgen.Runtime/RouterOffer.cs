using System.Runtime.InteropServices;

namespace Rustrt.Bindgen.Runtime;

/// <summary>What a router hands to the new backend of its library: router_offer in Router/Plain/plain.h.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct RouterOffer
{
    private const uint CurrentVersion = 1;

    private uint _version, _size, _symbolCount;
    private nint* _entries;

    /// <summary>Takes an offer: checks that router and backend were made for each other, and fills in the backend's functions.</summary>
    /// <param name="offer">router_offer, owned by the router; not used after the call.</param>
    /// <param name="symbolCount">How many symbols the backend's tables were generated for.</param>
    /// <param name="fill">Stores the backend's functions at their symbols' places: the generated <c>ExportTable.Fill</c>.</param>
    /// <returns>0; -1 if they do not fit, which the router reports as a backend that cannot be loaded.</returns>
    public static int Accept(void* offer, int symbolCount, delegate*<nint*, void> fill)
    {
        RouterOffer* offered = (RouterOffer*)offer;
        if (offered->_version != CurrentVersion || offered->_size != (uint)sizeof(RouterOffer) || offered->_symbolCount != (uint)symbolCount)
        {
            return -1;
        }
        fill(offered->_entries);
        return 0;
    }
}
