using System.Buffers.Binary;
using System.Text;
using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Elf;

/// <summary>
/// Reads SONAME, versions and exported functions out of a shared library (ELF, 64 bit, little-endian), by its section headers,
/// which stripping leaves in place for the dynamic sections.
/// </summary>
internal sealed class ElfExports
{
    private const int HeaderSize = 64;
    private const uint DynamicSymbols = 11, Dynamic = 6, VersionOfSymbol = 0x6fffffff, VersionDefinitions = 0x6ffffffd;
    private const int SymbolSize = 24, DynamicSize = 16, SonameTag = 14;
    private const int Function = 2, Thread = 6, IndirectFunction = 10, Global = 1, Weak = 2, Unique = 10;
    private const ushort Undefined = 0, Absolute = 0xfff1, HiddenVersion = 0x8000, FirstNamedVersion = 2, IsBaseVersion = 1;

    private readonly byte[] _bytes;
    private readonly Dictionary<uint, Section> _sections = [];
    private readonly List<Section> _all = [];

    private readonly record struct Section(int Start, int Size, int Link, int Count);

    private ElfExports(byte[] bytes)
    {
        _bytes = bytes;
        if (bytes.Length < HeaderSize || !bytes.AsSpan(0, 6).SequenceEqual("\u007fELF\u0002\u0001"u8))
        {
            throw new InvalidDataException("it is no 64-bit ELF file");
        }
        int table = (int)Word64(40), entry = Half(58), count = Half(60);
        for (int i = 0; i < count; i++)
        {
            int at = table + i * entry;
            var section = new Section((int)Word64(at + 24), (int)Word64(at + 32), (int)Word32(at + 40), (int)Word32(at + 44));
            _all.Add(section);
            _sections.TryAdd(Word32(at + 4), section);
        }
        if (!_sections.ContainsKey(DynamicSymbols) || !_sections.ContainsKey(Dynamic))
        {
            throw new InvalidDataException("it has no section headers for its dynamic symbols");
        }
    }

    /// <summary>SONAME (empty if it has none), versions, and functions.</summary>
    /// <exception cref="InvalidDataException">It cannot be read, or exports what a router cannot pass on.</exception>
    public static (string Soname, List<SymbolVersion> Versions, List<ExportedSymbol> Symbols) Read(byte[] bytes)
    {
        try
        {
            var elf = new ElfExports(bytes);
            (List<SymbolVersion> versions, Dictionary<int, string> names) = elf.ReadVersions();
            return (elf.ReadSoname(), versions, elf.ReadSymbols(names));
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or IndexOutOfRangeException or OverflowException)
        {
            throw new InvalidDataException("it is damaged: an offset leads out of the file");
        }
    }

    private string ReadSoname()
    {
        Section dynamic = _sections[Dynamic];
        for (int at = dynamic.Start; at < dynamic.Start + dynamic.Size; at += DynamicSize)
        {
            if (Word64(at) == SonameTag)
            {
                return Text(_all[dynamic.Link], (int)Word64(at + 8));
            }
        }
        return "";
    }

    private (List<SymbolVersion> Versions, Dictionary<int, string> Names) ReadVersions()
    {
        var versions = new List<SymbolVersion>();
        var names = new Dictionary<int, string>();
        if (!_sections.TryGetValue(VersionDefinitions, out Section section))
        {
            return (versions, names);
        }
        int at = section.Start;
        for (int i = 0; i < section.Count; i++)
        {
            ushort flags = Half(at + 2), index = Half(at + 4), count = Half(at + 6);
            var own = new List<string>();
            int name = at + (int)Word32(at + 12);
            for (int j = 0; j < count; j++)
            {
                own.Add(Text(_all[section.Link], (int)Word32(name)));
                name += (int)Word32(name + 4);
            }
            if ((flags & IsBaseVersion) == 0 && own.Count > 0)
            {
                names[index] = own[0];
                versions.Add(new SymbolVersion(own[0], own[1..]));
            }
            at += (int)Word32(at + 16);
        }
        return (versions, names);
    }

    private List<ExportedSymbol> ReadSymbols(Dictionary<int, string> versions)
    {
        Section table = _sections[DynamicSymbols];
        bool isVersioned = _sections.TryGetValue(VersionOfSymbol, out Section versionOf);
        var symbols = new List<ExportedSymbol>();
        for (int i = 0; i < table.Size / SymbolSize; i++)
        {
            int at = table.Start + i * SymbolSize;
            int type = _bytes[at + 4] & 15, binding = _bytes[at + 4] >> 4;
            ushort section = Half(at + 6);
            // An absolute symbol is the name of a version.
            if (section is Undefined or Absolute || binding is not (Global or Weak or Unique))
            {
                continue;
            }
            string name = Text(_all[table.Link], (int)Word32(at));
            if (type is not (Function or IndirectFunction))
            {
                throw new InvalidDataException(
                    $"it exports \"{name}\", which is {(type == Thread ? "a thread-local variable" : "no function")}; a router can pass on calls only");
            }
            ushort version = isVersioned ? Half(versionOf.Start + 2 * i) : (ushort)1;
            int index = version & ~HiddenVersion;
            symbols.Add(new ExportedSymbol(
                name, index >= FirstNamedVersion ? versions[index] : "", (version & HiddenVersion) == 0));
        }
        return symbols;
    }

    private string Text(Section strings, int offset)
    {
        ReadOnlySpan<byte> rest = _bytes.AsSpan(strings.Start, strings.Size)[offset..];
        return Encoding.UTF8.GetString(rest[..rest.IndexOf((byte)0)]);
    }

    private ushort Half(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(at));

    private uint Word32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(at));

    private long Word64(int at) => checked((long)BinaryPrimitives.ReadUInt64LittleEndian(_bytes.AsSpan(at)));
}
