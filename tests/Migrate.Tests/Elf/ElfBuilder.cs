using System.Buffers.Binary;
using System.Text;

namespace Rustrt.Migrate.Tests.Elf;

/// <summary>Makes the bytes of small ELF files: headers, a dynamic section, strings and symbols, and nothing to run.</summary>
internal sealed class ElfBuilder
{
    private const int SymbolSize = 24;
    private readonly List<(long Tag, string Text)> _entries = [];
    private const byte GlobalFunction = 0x12;

    private readonly List<(string Name, bool Defined)> _symbols = [];
    private bool _gnuHash;

    /// <summary>Where the file is mapped: addresses and offsets differ, as in real programs.</summary>
    public ulong Base { get; init; } = 0x400000;

    public ushort Machine { get; init; } = 62;

    public ushort Type { get; init; } = 3;

    public byte Class { get; init; } = 2;

    public ElfBuilder Needs(string library) => With(1, library);

    public ElfBuilder SoName(string name) => With(14, name);

    public ElfBuilder RPath(string path) => With(15, path);

    public ElfBuilder RunPath(string path) => With(29, path);

    public ElfBuilder Imports(string name) => Symbol(name, defined: false);

    public ElfBuilder Exports(string name) => Symbol(name, defined: true);

    /// <summary>Counts symbols by a GNU hash table, as modern linkers do, instead of by the old one.</summary>
    public ElfBuilder WithGnuHash()
    {
        _gnuHash = true;
        return this;
    }

    public byte[] Build()
    {
        var strings = new List<byte> { 0 };
        ulong Text(string text)
        {
            var at = (ulong)strings.Count;
            strings.AddRange(Encoding.UTF8.GetBytes(text));
            strings.Add(0);
            return at;
        }

        var entries = _entries.ConvertAll(entry => (entry.Tag, Value: Text(entry.Text)));
        // A GNU hash table covers the defined symbols, which therefore stand last.
        var symbols = _symbols.OrderBy(symbol => symbol.Defined).Select(symbol => (Name: Text(symbol.Name), symbol.Defined)).ToList();

        const int Dynamic = 64 + (2 * 56);
        var symbolTable = Dynamic + ((entries.Count + 4) * 16);
        var stringTable = symbolTable + ((symbols.Count + 1) * SymbolSize);
        var hash = (stringTable + strings.Count + 7) / 8 * 8;
        var file = new byte[hash + 64 + (4 * symbols.Count)];

        file[0] = 0x7f;
        "ELF"u8.CopyTo(file.AsSpan(1));
        (file[4], file[5], file[6]) = (Class, 1, 1);
        Half(file, 16, Type);
        Half(file, 18, Machine);
        Word(file, 32, 64);
        Half(file, 54, 56);
        Half(file, 56, 2);
        Segment(file, 64, kind: 1, offset: 0, Base, (ulong)file.Length);
        Segment(file, 64 + 56, kind: 2, Dynamic, Base + Dynamic, (ulong)(symbolTable - Dynamic));

        var at = Dynamic;
        foreach (var (tag, value) in entries.Append((5, Base + (ulong)stringTable)).Append((6, Base + (ulong)symbolTable))
            .Append((_gnuHash ? 0x6ffffef5 : 4, Base + (ulong)hash)).Append((0, 0UL)))
        {
            Word(file, at, (ulong)tag);
            Word(file, at + 8, value);
            at += 16;
        }
        for (var i = 0; i < symbols.Count; i++)
        {
            var symbol = symbolTable + ((i + 1) * SymbolSize);
            Int(file, symbol, (uint)symbols[i].Name);
            file[symbol + 4] = GlobalFunction;
            Half(file, symbol + 6, (ushort)(symbols[i].Defined ? 1 : 0));
        }
        strings.CopyTo(file, stringTable);
        if (_gnuHash)
        {
            WriteGnuHash(file, hash, symbols.Count(symbol => !symbol.Defined) + 1, symbols.Count(symbol => symbol.Defined));
        }
        else
        {
            Int(file, hash + 4, (uint)symbols.Count + 1);
        }
        return file;
    }

    public string WriteTo(string path)
    {
        File.WriteAllBytes(path, Build());
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    // One bucket and one chain; the low bit of a chain's last word ends it.
    private static void WriteGnuHash(byte[] file, int hash, int first, int hashed)
    {
        Int(file, hash, 1);
        Int(file, hash + 4, (uint)first);
        Int(file, hash + 8, 1);
        Int(file, hash + 24, hashed == 0 ? 0 : (uint)first);
        for (var i = 0; i < hashed; i++)
        {
            Int(file, hash + 28 + (4 * i), i == hashed - 1 ? 1U : 0U);
        }
    }

    private ElfBuilder With(long tag, string text)
    {
        _entries.Add((tag, text));
        return this;
    }

    private ElfBuilder Symbol(string name, bool defined)
    {
        _symbols.Add((name, defined));
        return this;
    }

    private static void Segment(byte[] file, int at, uint kind, int offset, ulong address, ulong size)
    {
        Int(file, at, kind);
        Word(file, at + 8, (ulong)offset);
        Word(file, at + 16, address);
        Word(file, at + 32, size);
    }

    private static void Half(byte[] file, int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), value);

    private static void Int(byte[] file, int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), value);

    private static void Word(byte[] file, int at, ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(at), value);
}
