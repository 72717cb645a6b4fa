namespace Rustrt.Bindgen.Runtime.Switch;

/// <summary>
/// The switch language: text in, rules out. docs/switch.md describes it; src/Compat/Switch/switch_parse.c reads the same one in
/// C, and tests/switch/vectors.json holds both to the same words.
/// </summary>
/// <remarks>
/// Columns count bytes; what stands before the first error in its line is valid, hence ASCII, so that a byte is a character.
/// </remarks>
internal ref struct SwitchParser
{
    private readonly SwitchCatalogue _catalogue;
    private readonly SwitchSource _source;
    private readonly SwitchRules _rules;
    private readonly ReadOnlySpan<byte> _text;
    private int _line;
    private int _lineStart;

    /// <summary>A piece of the text.</summary>
    private readonly record struct Piece(int Start, int End)
    {
        public bool IsEmpty => Start == End;
    }

    private SwitchParser(SwitchCatalogue catalogue, SwitchSource source, ReadOnlySpan<byte> text)
    {
        _catalogue = catalogue;
        _source = source;
        _text = text;
        _rules = new SwitchRules(catalogue.Units.Count);
    }

    public static SwitchRules Parse(SwitchCatalogue catalogue, SwitchSource source, ReadOnlySpan<byte> text)
    {
        var parser = new SwitchParser(catalogue, source, text);
        if (source.IsFile)
        {
            parser.ParseFile();
        }
        else
        {
            parser.ParseVariable();
        }
        return parser._rules;
    }

    private void ParseFile()
    {
        _lineStart = _text.StartsWith("\uFEFF"u8) ? 3 : 0;
        for (_line = 1; _lineStart < _text.Length; _line++)
        {
            int newline = Find(new Piece(_lineStart, _text.Length), '\n');
            int end = newline < 0 ? _text.Length : newline;
            int next = newline < 0 ? _text.Length : newline + 1;
            if (end > _lineStart && _text[end - 1] == '\r')
            {
                end--;
            }
            int comment = Find(new Piece(_lineStart, end), '#');
            ParseEntries(new Piece(_lineStart, comment < 0 ? end : comment));
            _lineStart = next;
        }
    }

    private void ParseVariable()
    {
        int lineBreak = _text.IndexOfAny((byte)'\n', (byte)'\r');
        if (lineBreak >= 0)
        {
            Fail(lineBreak, "a line break; entries in a variable are separated by ';'");
            return;
        }
        ParseEntries(new Piece(0, _text.Length));
    }

    /// <summary>Entries of one line, or of a variable.</summary>
    private void ParseEntries(Piece line)
    {
        int at = line.Start;
        for (int semicolon; (semicolon = Find(line with { Start = at }, ';')) >= 0; at = semicolon + 1)
        {
            ParseEntry(Trimmed(new Piece(at, semicolon)));
        }
        ParseEntry(Trimmed(line with { Start = at }));
    }

    private void ParseEntry(Piece entry)
    {
        if (entry.IsEmpty)
        {
            return;
        }
        int equals = Find(entry, '=');
        if (equals < 0)
        {
            RefuseWithoutEquals(entry);
            return;
        }
        Piece name = Trimmed(entry with { End = equals });
        Piece value = Trimmed(entry with { Start = equals + 1 });
        int unit = _catalogue.FindUnit(Bytes(name));
        if (name.IsEmpty)
        {
            Fail(equals, "no unit before '='; an entry is UNIT=VALUE, as in all=legacy");
        }
        else if (SwitchWords.Is(Bytes(name), SwitchWords.OnError))
        {
            ParseOnError(name, value);
        }
        else if (unit >= 0)
        {
            _rules.Units[unit] = Combined(name, _rules.Units[unit], value);
        }
        else if (SwitchWords.Is(Bytes(name), SwitchWords.All))
        {
            _rules.All = Combined(name, _rules.All, value);
        }
        else
        {
            RefuseName(name);
        }
    }

    /// <summary>A name may be given twice only with the same value; so order never decides anything.</summary>
    private readonly SwitchRule? Combined(Piece name, SwitchRule? earlier, Piece value)
    {
        if (ParseValue(value) is not { } order)
        {
            return earlier;
        }
        var rule = new SwitchRule(order, _line, Column(name.Start));
        if (earlier != null && !earlier.Order.SequenceEqual(order))
        {
            string word = Text(name);
            Fail(name.Start, $"{word}={rule.Value} contradicts {word}={earlier.Value} at "
                + $"{_source.Place(earlier.Line, earlier.Column)}; give '{word}' one value");
        }
        return earlier ?? rule;
    }

    /// <summary>A value: one backend, or two different ones in order of preference; null after an error.</summary>
    private readonly List<Backend>? ParseValue(Piece value)
    {
        var order = new List<Backend>();
        for (int at = value.Start; ;)
        {
            int comma = Find(value with { Start = at }, ',');
            Piece word = Trimmed(new Piece(at, comma < 0 ? value.End : comma));
            if (SwitchWords.FindBackend(Bytes(word)) is not { } backend)
            {
                RefuseValueWord(word);
                return null;
            }
            if (order.Contains(backend))
            {
                Fail(word.Start, $"'{SwitchWords.Name(backend)}' is named twice in one value; valid: {SwitchWords.ValidValues}");
                return null;
            }
            order.Add(backend);
            if (comma < 0)
            {
                return order;
            }
            at = comma + 1;
        }
    }

    private readonly void ParseOnError(Piece name, Piece value)
    {
        if (!_source.IsFile)
        {
            Fail(name.Start, $"'{SwitchWords.OnError}' belongs in a switch file, not in a variable");
        }
        else if (SwitchWords.Is(Bytes(value), SwitchWords.Legacy))
        {
            _rules.OnErrorLegacy = true;
        }
        else
        {
            Fail(value.Start, $"unknown value {SwitchText.Quote(Bytes(value))} of '{SwitchWords.OnError}'; valid: legacy");
        }
    }

    private readonly void RefuseValueWord(Piece word)
    {
        string problem = word.IsEmpty ? "a value is missing"
            : $"unknown value {SwitchText.Quote(Bytes(word))}"
            + (Find(word, '=') > word.Start ? " (entries are separated by ';')" : SwitchWords.NearBackend(Bytes(word)));
        Fail(word.Start, $"{problem}; valid: {SwitchWords.ValidValues}");
    }

    private readonly void RefuseName(Piece name)
    {
        int owner = _catalogue.FindOwner(Bytes(name));
        if (owner >= 0)
        {
            string unit = _catalogue.Units[owner].Name;
            Fail(name.Start, $"'{Text(name)}' is a service of unit '{unit}', and units are what is switched; write {unit}=...");
            return;
        }
        Fail(name.Start, $"unknown unit {SwitchText.Quote(Bytes(name))}{SwitchWords.ValidNames(_catalogue, Bytes(name), _source.IsFile)}");
    }

    private readonly void RefuseWithoutEquals(Piece entry)
    {
        ReadOnlySpan<byte> word = Bytes(entry);
        string example = _source.IsFile && SwitchWords.Is(word, SwitchWords.OnError) ? $"{SwitchWords.OnError}=legacy"
            : SwitchWords.Is(word, SwitchWords.All) || _catalogue.FindUnit(word) >= 0 ? $"{Text(entry)}=new"
            : SwitchWords.FindBackend(word) is { } backend ? $"{SwitchWords.All}={SwitchWords.Name(backend)}"
            : $"{SwitchWords.All}=legacy";
        Fail(entry.Start, $"{SwitchText.Quote(word)} has no '='; an entry is UNIT=VALUE, as in {example}");
    }

    private readonly void Fail(int at, string problem) => _rules.Error ??= $"{_source.Place(_line, Column(at))}: {problem}";

    private readonly int Column(int at) => at - _lineStart + 1;

    private readonly ReadOnlySpan<byte> Bytes(Piece piece) => _text[piece.Start..piece.End];

    /// <summary>Of words that are valid, hence ASCII.</summary>
    private readonly string Text(Piece piece) => System.Text.Encoding.ASCII.GetString(Bytes(piece));

    /// <summary>The place in the text, or -1.</summary>
    private readonly int Find(Piece piece, char c)
    {
        int at = Bytes(piece).IndexOf((byte)c);
        return at < 0 ? -1 : piece.Start + at;
    }

    private readonly Piece Trimmed(Piece piece)
    {
        (int start, int end) = piece;
        while (start < end && _text[start] is (byte)' ' or (byte)'\t')
        {
            start++;
        }
        while (end > start && _text[end - 1] is (byte)' ' or (byte)'\t')
        {
            end--;
        }
        return new Piece(start, end);
    }
}
