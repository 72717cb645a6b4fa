using System.Runtime.InteropServices;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>Connects the new backend with the router of librustcore.so, when a program has that library.</summary>
internal static unsafe class LibraryBinding
{
    /// <summary>What the router offers. Valid from the first call of the library on.</summary>
    public static LibraryApi* Api { get; private set; }

    /// <summary>Takes the router's table and fills in the entries.</summary>
    [UnmanagedCallersOnly]
    public static void Bind(LibraryApi* offered)
    {
        if (offered->Version != LibraryApi.Current || offered->Size != (uint)sizeof(LibraryApi))
            Fatal.Die($"rustrt: librustrt_new.so expects a router of librustcore.so of version {LibraryApi.Current} and {sizeof(LibraryApi)} bytes of table, this one has version {offered->Version} and {offered->Size} bytes");
        Api = offered;
        ExportTable.Fill(offered->Entries);
        TaskGroupsService.Fill(offered->Mine);
        ExitFunctionsService.Fill(offered->Mine);
        StartService.Fill(offered->Mine);
        TcpListener.Fill(offered->Mine);
    }
}
