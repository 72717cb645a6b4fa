using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Rustrt.Compat.Backends.New;

/// <summary>
/// The lines that were entered before, oldest first: what the editor walks through and what callers save and load. One for the process,
/// without a lock, as ever.
/// </summary>
internal static unsafe class LineHistory
{
    private const int DefaultLimit = 100;

    // Blocks of the C library, which says when there is no memory for one; 0: lost by a change of the limit.
    private static List<nint> s_lines = [];
    private static int s_limit = DefaultLimit;

    /// <summary>How many lines there are; for the router.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static nuint Size() => (nuint)NativeEntry.Run(LineCompletion.Name, static (_, _, _) => s_lines.Count);

    /// <summary>A line for the router: age 0 is the newest; null where there is none.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static byte* Line(nuint age) => (byte*)NativeEntry.Run(LineCompletion.Name,
        static (age, _, _) => (nint)((nuint)age < (nuint)s_lines.Count ? At(s_lines.Count - 1 - (int)age) : null), (nint)age);

    /// <summary>False for what the newest line says already, and where there is no memory for it.</summary>
    public static bool Add(ReadOnlySpan<byte> line)
    {
        if (s_lines.Count > 0 && Text(s_lines.Count - 1).SequenceEqual(line)) return false;
        byte* block = CText.ToBlock(line);
        if (block == null) return false;
        if (s_lines.Count == s_limit)
        {
            LibC.Free((void*)s_lines[0]);
            s_lines.RemoveAt(0);
        }
        s_lines.Add((nint)block);
        return true;
    }

    /// <summary>
    /// False below 1. The oldest lines go where there are too many. Lines are taken from where they would be in a full history, so that of
    /// a part-filled one as many are lost as it has room left (legacy-api.tsv, linenoiseHistorySetMaxLen).
    /// </summary>
    public static bool SetLimit(int limit)
    {
        if (limit < 1) return false;
        int kept = Math.Min(limit, s_lines.Count), from = s_limit - kept;
        List<nint> lines = [.. Enumerable.Range(from, kept).Select(static i => i < s_lines.Count ? s_lines[i] : 0)];
        for (int i = 0; i < s_lines.Count; i++)
            if (i < from || i >= from + kept) LibC.Free((void*)s_lines[i]);
        s_lines = lines;
        s_limit = limit;
        return true;
    }

    /// <summary>One line each; backslash, line feed and carriage return are escaped. False: not written.</summary>
    public static bool Save(byte* file)
    {
        nint to;
        fixed (byte* mode = "w\0"u8) to = LibC.OpenFile(file, mode);
        if (to == 0) return false;
        List<byte> text = [];
        for (int i = 0; i < s_lines.Count; i++)
        {
            foreach (byte c in Text(i)) text.AddRange(Escaped(c));
            text.Add((byte)'\n');
        }
        nuint written;
        fixed (byte* bytes = CollectionsMarshal.AsSpan(text)) written = LibC.WriteFile(bytes, 1, (nuint)text.Count, to);
        return LibC.CloseFile(to) == 0 && written == (nuint)text.Count;
    }

    /// <summary>Adds what <see cref="Save"/> wrote. False: cannot be opened.</summary>
    public static bool Load(byte* file)
    {
        nint from;
        fixed (byte* mode = "r\0"u8) from = LibC.OpenFile(file, mode);
        if (from == 0) return false;
        List<byte> text = [];
        Span<byte> part = stackalloc byte[4096];
        fixed (byte* p = part)
            for (nuint length; (length = LibC.ReadFile(p, 1, (nuint)part.Length, from)) > 0;) text.AddRange(part[..(int)length]);
        _ = LibC.CloseFile(from);
        ReadOnlySpan<byte> rest = CollectionsMarshal.AsSpan(text);
        while (!rest.IsEmpty)
        {
            int end = rest.IndexOf((byte)'\n');
            Add(Unescaped(end < 0 ? rest : rest[..end]));
            rest = end < 0 ? [] : rest[(end + 1)..];
        }
        return true;
    }

    private static ReadOnlySpan<byte> Text(int index) => MemoryMarshal.CreateReadOnlySpanFromNullTerminated(At(index));

    private static byte* At(int index)
    {
        if (s_lines[index] == 0)
            Fatal.Assertion("_lines[index] && \"history line lost by linenoiseHistorySetMaxLen\"", "linenoise.c", 0, "const char* history_line(int)");
        return (byte*)s_lines[index];
    }

    private static ReadOnlySpan<byte> Escaped(in byte c) => c switch
    {
        (byte)'\\' => "\\\\"u8,
        (byte)'\n' => "\\n"u8,
        (byte)'\r' => "\\r"u8,
        _ => new(in c),
    };

    /// <summary>A line ends at a NUL: it was a text of C.</summary>
    private static byte[] Unescaped(ReadOnlySpan<byte> text)
    {
        List<byte> line = [];
        for (int i = 0; i < text.Length && text[i] != 0; i++)
        {
            if (text[i] != '\\')
            {
                line.Add(text[i]);
                continue;
            }
            if (++i == text.Length || text[i] == 0) break;
            line.Add(text[i] switch { (byte)'n' => (byte)'\n', (byte)'r' => (byte)'\r', var other => other });
        }
        return [.. line];
    }
}
