using System.Text;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>RUST_LOG: which level each module prints, the runtime's own and those of the crate maps (legacy-runtime.md
/// section 10, oddities included).</summary>
internal static unsafe class LogLevels
{
    private const uint Default = 1, Everything = 255;
    private const int MostDirectives = 255;
    private const char MostPositive = '\x7f'; // of a byte with a sign

    private static readonly string[] s_runtimeModules =
    [
        "::rt::mem", "::rt::box", "::rt::comm", "::rt::task", "::rt::dom", "::rt::trace", "::rt::cache", "::rt::upcall",
        "::rt::timer", "::rt::gc", "::rt::stdlib", "::rt::kern", "::rt::backtrace", "::rt::callback",
    ];

    private static readonly uint[] s_runtimeLevels = [.. Enumerable.Repeat(Default, s_runtimeModules.Length)];

    private readonly record struct Directive(string Name, uint Level);

    /// <summary>Does this runtime module print at that level?</summary>
    public static bool Enabled(int module, uint level) => Volatile.Read(ref s_runtimeLevels[module]) >= level;

    /// <summary>Sets every level anew. Each character of the specification stands for one byte. A help request prints the
    /// crates' modules on stdout and exits with 1.</summary>
    public static void Apply(string? spec, crate_map* map)
    {
        List<nint> entries = CrateModules(map);
        if (spec is "::help" or "?") Help(entries);
        List<Directive> directives = Parse(spec);
        for (int i = 0; i < s_runtimeModules.Length; i++) s_runtimeLevels[i] = LevelOf(s_runtimeModules[i], directives);
        foreach (nint entry in entries)
        {
            mod_entry* module = (mod_entry*)entry;
            *module->state = LevelOf(CrateMaps.NameOf(module), directives);
        }
        int known = s_runtimeModules.Length + entries.Count;
        if (directives.Count > known) CStdout.Print($"warning: got {directives.Count} RUST_LOG specs, enabled {known} flags.");
    }

    /// <summary>Entries are separated by commas; a level is one character after '='; what follows it up to the next comma is
    /// an entry of its own. Empty names are skipped, with whatever sign made them empty.</summary>
    private static List<Directive> Parse(string? spec)
    {
        List<Directive> directives = [];
        for (int at = 0; spec != null && at < spec.Length && directives.Count < MostDirectives;)
        {
            if (spec[at] is ',' or '=')
            {
                at++;
                continue;
            }
            int end = spec.AsSpan(at).IndexOfAny(',', '=') is var n && n < 0 ? spec.Length : at + n;
            string name = spec[at..end];
            at = end;
            uint level = Everything;
            if (at < spec.Length && spec[at] == '=')
            {
                at++;
                if (at < spec.Length && spec[at] is >= '0' and <= MostPositive) level = (uint)(spec[at] - '0');
                at++;
            }
            directives.Add(new(name, level));
        }
        return directives;
    }

    private static uint LevelOf(string module, List<Directive> directives)
    {
        int longest = -1;
        uint level = Default;
        foreach (Directive d in directives)
            if (d.Name.Length > longest && module.StartsWith(d.Name, StringComparison.Ordinal)) (longest, level) = (d.Name.Length, d.Level);
        return level;
    }

    /// <summary>Depth first, a crate's own entries first, each map once. GC metadata entries are no modules.</summary>
    private static List<nint> CrateModules(crate_map* root)
    {
        List<nint> entries = [];
        HashSet<nint> seen = [];
        void Visit(crate_map* map)
        {
            if (map == null || !seen.Add((nint)map)) return;
            foreach (nint entry in CrateMaps.Entries(map))
                if (CrateMaps.NameOf((mod_entry*)entry) != CrateMaps.GcMetadata) entries.Add(entry);
            foreach (nint child in CrateMaps.Children(map)) Visit((crate_map*)child);
        }
        Visit(root);
        return entries;
    }

    private static void Help(List<nint> entries)
    {
        StringBuilder text = new("\nCrate log map:\n\n");
        foreach (nint entry in entries) text.Append(' ').Append(CrateMaps.NameOf((mod_entry*)entry)).Append('\n');
        CStdout.Print(text.Append('\n').ToString());
        LibC.Exit(1);
    }
}
