using System.Buffers.Binary;
using System.Text;

namespace Rustrt.Migrate.Elf;

/// <summary>
/// What the dynamic loader reads of an ELF file: which libraries it needs, where it looks for them, which functions it
/// imports. Only the format of this platform is known: 64 bit, little endian, x86-64.
/// </summary>
/// <remarks>
/// What the loader reads is found through the program headers, as it does: section headers may be stripped. Only what the loader
/// does not need (names of sections, the file's own symbols) comes from those.
/// </remarks>
internal sealed class ElfImage
{
    private const int HeaderSize = 64;
    private const int MachineX86_64 = 62;
    private const int TypeExecutable = 2;
    private const int TypeShared = 3;
    private const int SegmentLoad = 1;
    private const int SegmentDynamic = 2;
    private const int SegmentInterpreter = 3;
    private const int SymbolSize = 24;

    private readonly byte[] _file;
    private readonly List<(ulong Address, ulong Offset, ulong Size)> _loaded = [];

    private ElfImage(byte[] file) => _file = file;

    /// <summary>DT_NEEDED, in order.</summary>
    public IReadOnlyList<string> Needed { get; private set; } = [];

    /// <summary>DT_RPATH: searched before LD_LIBRARY_PATH, and ignored when there is a DT_RUNPATH.</summary>
    public IReadOnlyList<string> RPath { get; private set; } = [];

    /// <summary>DT_RUNPATH: searched after LD_LIBRARY_PATH.</summary>
    public IReadOnlyList<string> RunPath { get; private set; } = [];

    public string? SoName { get; private set; }

    /// <summary>The dynamic loader that a program names; libraries usually have none.</summary>
    public string? Interpreter { get; private set; }

    /// <summary>Names of undefined dynamic symbols.</summary>
    public IReadOnlyList<string> Imports { get; private set; } = [];

    /// <summary>Names of defined dynamic symbols.</summary>
    public IReadOnlyList<string> Exports { get; private set; } = [];

    /// <summary>The defined dynamic symbols that are functions, and whether each is weak.</summary>
    public IReadOnlyList<(string Name, bool IsWeak)> ExportedFunctions { get; private set; } = [];

    /// <summary>Names of sections; none in a file that was stripped of them.</summary>
    public IReadOnlyList<string> Sections { get; private set; } = [];

    /// <summary>Names that the file's own symbol table defines, also those that it keeps to itself; none in a stripped file.</summary>
    public IReadOnlyList<string> Definitions { get; private set; } = [];

    /// <summary>A text stands somewhere in the file.</summary>
    public bool Mentions(string text) => _file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;

    /// <summary>Reads a file.</summary>
    /// <exception cref="ElfFormatException">It is not an ELF program or library for x86-64; the message says what it is.</exception>
    public static ElfImage Read(string path) => Parse(File.ReadAllBytes(path));

    public static ElfImage Parse(byte[] file)
    {
        if (file.Length >= 2 && file[0] == '#' && file[1] == '!')
        {
            var line = Encoding.UTF8.GetString(file, 0, Math.Min(file.Length, 80)).Split('\n')[0].Trim();
            throw new ElfFormatException($"a script ({line})");
        }
        if (file.Length < HeaderSize || !file.AsSpan(0, 4).SequenceEqual("\u007fELF"u8))
        {
            throw new ElfFormatException(file.Length == 0 ? "an empty file" : "not an ELF file");
        }
        if (file[4] != 2 || file[5] != 1)
        {
            throw new ElfFormatException(file[4] == 1 ? "a 32-bit ELF file" : "a big-endian ELF file");
        }
        var image = new ElfImage(file);
        var type = image.Half(16);
        var machine = image.Half(18);
        if (machine != MachineX86_64)
        {
            throw new ElfFormatException($"an ELF file for another processor (e_machine {machine})");
        }
        if (type is not (TypeExecutable or TypeShared))
        {
            throw new ElfFormatException("an ELF file that is neither a program nor a shared library");
        }
        try
        {
            image.ReadSegments();
            image.ReadSections();
        }
        catch (Exception error) when (error is ArgumentOutOfRangeException or OverflowException)
        {
            throw new ElfFormatException("a damaged ELF file (an offset points past its end)");
        }
        return image;
    }

    private void ReadSegments()
    {
        var table = Word(32);
        int entrySize = Half(54);
        int count = Half(56);
        (ulong Offset, ulong Size)? dynamic = null;
        for (var i = 0; i < count; i++)
        {
            var at = table + (ulong)(i * entrySize);
            var (offset, address, size) = (Word(at + 8), Word(at + 16), Word(at + 32));
            switch (Int(at))
            {
                case SegmentLoad:
                    _loaded.Add((address, offset, size));
                    break;
                case SegmentDynamic:
                    dynamic = (offset, size);
                    break;
                case SegmentInterpreter:
                    Interpreter = Text(offset);
                    break;
            }
        }
        if (dynamic is { } found)
        {
            ReadDynamic(found.Offset, found.Size);
        }
    }

    private void ReadSections()
    {
        const uint OwnSymbols = 2;
        var table = Word(40);
        int entrySize = Half(58), count = Half(60), namesIndex = Half(62);
        if (table == 0 || count == 0 || namesIndex >= count)
        {
            return;
        }
        ulong At(int section) => table + (ulong)(section * entrySize);
        var names = Word(At(namesIndex) + 24);
        Sections = [.. Enumerable.Range(0, count).Select(section => Text(names + Int(At(section)))).Where(name => name.Length > 0)];
        for (var section = 0; section < count; section++)
        {
            if (Int(At(section) + 4) == OwnSymbols)
            {
                var (offset, size, strings) = (Word(At(section) + 24), Word(At(section) + 32), Word(At((int)Int(At(section) + 40)) + 24));
                Definitions = [.. ReadNames(offset, (uint)(size / SymbolSize), strings).Where(symbol => symbol.Defined).Select(symbol => symbol.Name)];
            }
        }
    }

    private void ReadDynamic(ulong offset, ulong size)
    {
        const ulong Null = 0, NeededTag = 1, Hash = 4, StringTable = 5, SymbolTable = 6, SoNameTag = 14, RPathTag = 15,
            RunPathTag = 29, GnuHash = 0x6ffffef5;
        var single = new Dictionary<ulong, ulong>();
        var needed = new List<ulong>();
        for (var at = offset; at + 16 <= offset + size; at += 16)
        {
            var tag = Word(at);
            if (tag == Null)
            {
                break;
            }
            if (tag == NeededTag)
            {
                needed.Add(Word(at + 8));
            }
            else
            {
                single[tag] = Word(at + 8);
            }
        }
        if (!single.TryGetValue(StringTable, out var stringsAddress))
        {
            return;
        }
        var strings = FileOffset(stringsAddress);
        Needed = needed.ConvertAll(name => Text(strings + name));
        RPath = Paths(RPathTag);
        RunPath = Paths(RunPathTag);
        SoName = single.TryGetValue(SoNameTag, out var soname) ? Text(strings + soname) : null;
        if (single.TryGetValue(SymbolTable, out var symbols))
        {
            var count = single.TryGetValue(GnuHash, out var gnu) ? CountByGnuHash(FileOffset(gnu), symbols, stringsAddress)
                : single.TryGetValue(Hash, out var hash) ? Int(FileOffset(hash) + 4) : 0;
            ReadSymbols(FileOffset(symbols), count, strings);
        }

        string[] Paths(ulong tag) => single.TryGetValue(tag, out var value)
            ? Text(strings + value).Split(':', StringSplitOptions.RemoveEmptyEntries) : [];
    }

    // The dynamic section does not say how many symbols there are. A GNU hash table covers the defined ones: the last
    // one is at the end of the chain that starts highest. Programs often export nothing; then all symbols are undefined
    // ones, and the string table, which linkers put right behind the symbols, tells where they end.
    private uint CountByGnuHash(ulong at, ulong symbols, ulong strings)
    {
        uint buckets = Int(at), firstHashed = Int(at + 4), bloomWords = Int(at + 8);
        var bucketTable = at + 16 + (bloomWords * 8UL);
        var chains = bucketTable + (buckets * 4UL);
        uint last = 0;
        for (uint i = 0; i < buckets; i++)
        {
            last = Math.Max(last, Int(bucketTable + (i * 4UL)));
        }
        if (last < firstHashed)
        {
            return strings > symbols ? (uint)((strings - symbols) / SymbolSize) : firstHashed;
        }
        while ((Int(chains + ((last - firstHashed) * 4UL)) & 1) == 0)
        {
            last++;
        }
        return last + 1;
    }

    private void ReadSymbols(ulong at, uint count, ulong strings)
    {
        const int Function = 2, IndirectFunction = 10, Weak = 2;
        var all = ReadNames(at, count, strings);
        var symbols = all.ToLookup(symbol => symbol.Defined, symbol => symbol.Name);
        (Imports, Exports) = ([.. symbols[false]], [.. symbols[true]]);
        ExportedFunctions = [.. all.Where(symbol => symbol.Defined && (symbol.Info & 15) is Function or IndirectFunction)
            .Select(symbol => (symbol.Name, symbol.Info >> 4 == Weak))];
    }

    private List<(string Name, bool Defined, int Info)> ReadNames(ulong at, uint count, ulong strings)
    {
        var names = new List<(string, bool, int)>();
        for (uint i = 1; i < count; i++)
        {
            var symbol = at + (i * (ulong)SymbolSize);
            var name = Text(strings + Int(symbol));
            if (name.Length > 0)
            {
                names.Add((name, Half((int)(symbol + 6)) != 0, _file[(int)symbol + 4]));
            }
        }
        return names;
    }

    private ulong FileOffset(ulong address)
    {
        foreach (var (start, offset, size) in _loaded)
        {
            if (address >= start && address < start + size)
            {
                return address - start + offset;
            }
        }
        throw new ElfFormatException("a damaged ELF file (an address lies in no segment)");
    }

    private string Text(ulong offset)
    {
        var rest = _file.AsSpan(checked((int)offset));
        var end = rest.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? rest : rest[..end]);
    }

    private ushort Half(int offset) => BinaryPrimitives.ReadUInt16LittleEndian(_file.AsSpan(offset));

    private uint Int(ulong offset) => BinaryPrimitives.ReadUInt32LittleEndian(_file.AsSpan(checked((int)offset)));

    private ulong Word(ulong offset) => BinaryPrimitives.ReadUInt64LittleEndian(_file.AsSpan(checked((int)offset)));
}
