namespace Rustrt.Federation;

/// <summary>Tells when the collector has been through the oldest generation.</summary>
internal sealed class FullCollections
{
    private readonly Action _then;

    private FullCollections(Action then) => _then = then;

    /// <summary>Calls something after every full collection, on the finalizer's thread, for as long as the process lives.</summary>
    internal static void AfterEach(Action then) => _ = new FullCollections(then);

    // An object that nobody refers to and that comes back each time: after two collections it is in the oldest generation, and
    // is found dead only when that is collected.
    ~FullCollections()
    {
        if (GC.GetGeneration(this) == GC.MaxGeneration) _then();
        GC.ReRegisterForFinalize(this);
    }
}
