using System.Runtime.InteropServices;
using System.Text;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>Reading the crate map that rust_start is given (legacy-runtime.md sections 1 and 10).</summary>
internal static unsafe class CrateMaps
{
    /// <summary>The entry that holds GC metadata where others have a log level.</summary>
    public const string GcMetadata = "_gc_module_metadata";

    /// <summary>Any first word but 1 means the old form: entries, then children, no annihilator.</summary>
    public static bool HasAnnihilator(crate_map* map) => map->version == 1;

    /// <summary>The code to call at the end of every task; null for an old map, and then that call crashes as it did.</summary>
    public static nint Annihilator(crate_map* map) => HasAnnihilator(map) ? (nint)map->annihilate : 0;

    /// <summary>Where that stands, since the map is the caller's to change; null for an old map.</summary>
    public static nint* AnnihilatorWord(crate_map* map) => HasAnnihilator(map) ? (nint*)&map->annihilate : null;

    /// <summary>An entry's name, a character for each byte: it need not be UTF-8.</summary>
    public static string NameOf(mod_entry* entry) =>
        Encoding.Latin1.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated((byte*)entry->name));

    /// <summary>The map's own module entries, as mod_entry pointers. A map without a list crashes here, as it did.</summary>
    public static List<nint> Entries(crate_map* map)
    {
        List<nint> found = [];
        mod_entry* entry = HasAnnihilator(map) ? map->entries : *(mod_entry**)map;
        for (; entry->name != null; entry++) found.Add((nint)entry);
        return found;
    }

    /// <summary>The maps of its dependencies. Those of a version 1 map are read from the second slot on, as the old runtime
    /// did: the first dependency is never visited.</summary>
    public static List<nint> Children(crate_map* map)
    {
        List<nint> found = [];
        nint* child = HasAnnihilator(map) ? (nint*)((byte*)map + 24) + 1 : (nint*)map + 1;
        for (; *child != 0; child++) found.Add(*child);
        return found;
    }
}
