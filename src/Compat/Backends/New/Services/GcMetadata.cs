using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>The safe-point table that rust_start builds from the crate maps: a count word, then triples sorted by code
/// address (legacy-runtime.md section 1). Process-wide and never freed.</summary>
internal static unsafe class GcMetadata
{
    private readonly record struct SafePoint(nuint Address, nuint Metadata, nuint Function);

    /// <summary>Null before the first rust_start.</summary>
    public static nuint* Table { get; private set; }

    public static void Build(crate_map* root)
    {
        List<SafePoint> points = [];
        HashSet<nint> seen = [];
        void Visit(crate_map* map)
        {
            if (!seen.Add((nint)map)) return;
            foreach (nint entry in CrateMaps.Entries(map)) Read((mod_entry*)entry, points);
            foreach (nint child in CrateMaps.Children(map)) Visit((crate_map*)child);
        }
        Visit(root);
        points.Sort((a, b) => a.Address.CompareTo(b.Address));
        nuint* table = (nuint*)NativeMemory.Alloc((nuint)(1 + 3 * points.Count) * (nuint)sizeof(nuint));
        table[0] = (nuint)points.Count;
        for (int i = 0; i < points.Count; i++)
            (table[1 + 3 * i], table[2 + 3 * i], table[3 + 3 * i]) = (points[i].Address, points[i].Metadata, points[i].Function);
        Table = table;
    }

    private static void Read(mod_entry* entry, List<SafePoint> points)
    {
        if (CrateMaps.NameOf(entry) != CrateMaps.GcMetadata) return;
        nuint* block = (nuint*)entry->state;
        uint count = *(uint*)block;
        for (nuint* triple = block + 1; count > 0; count--, triple += 3) points.Add(new(triple[0], triple[1], triple[2]));
    }
}
