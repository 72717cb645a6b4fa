using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>The options of one spawn; zeroed they are the usual ones.</summary>
internal unsafe struct SpawnOptions
{
    public rustcore_linkage Linkage;
    public rustcore_sched_mode Mode;
    public nuint Argument;
    /// <summary>On which the end is told, or null; the spawn takes it.</summary>
    public rustcore_chan* Told;
}
