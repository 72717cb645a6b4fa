using Rustrt.Compat.Backends.New;

namespace Rustrt.Compat.Host;

/// <summary>The router, with the new backend bound from this process instead of from librustrt_new.so.</summary>
internal static unsafe class HostedRouter
{
    private const string BindSymbol = "rustrt_router_host_bind";

    /// <summary>Loads the router and gives it this process's backend. Before anything that links to librustrt.so is loaded.</summary>
    public static void Load(string path)
    {
        nint router = LibC.Open(Path.GetFullPath(path), out string reason);
        if (router == 0) throw new HostException($"cannot load the router {path}: {reason}");
        nint bind = LibC.Find(router, BindSymbol);
        if (bind == 0) throw new HostException($"{path} is not the router: it has no {BindSymbol}");
        ((delegate* unmanaged<nint, void>)bind)(Binding.BindFunction);
        LibC.SetDefault("RUSTRT_SWITCH", "all=new");
    }
}
