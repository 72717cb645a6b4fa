using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.CSharp;

/// <summary>Names of namespaces, services, and of C identifiers that C# reserves.</summary>
internal static class CSharpNames
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue",
        "decimal", "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally",
        "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock",
        "long", "namespace", "new", "null", "object", "operator", "out", "override", "params", "private", "protected",
        "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string",
        "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort",
        "using", "virtual", "void", "volatile", "while",
        "__arglist", "__makeref", "__reftype", "__refvalue",
        // Words that C# reserves for types or in some places only.
        "dynamic", "extension", "file", "nint", "notnull", "nuint", "partial", "record", "required", "scoped", "unmanaged", "var", "where",
    };

    public static string Escape(string identifier) => Keywords.Contains(identifier) ? "@" + identifier : identifier;

    /// <summary>A record's name, with those of the records around it.</summary>
    public static string Record(string name) => string.Join('.', name.Split('.').Select(Escape));

    /// <summary>C# allows no member that is named as its type.</summary>
    public static string Member(string name, CRecord owner)
    {
        if (name != owner.OwnName)
        {
            return Escape(name);
        }
        do
        {
            name += "_";
        }
        while (owner.Fields.Any(field => field.Name == name));
        return name;
    }

    /// <summary>exchange-heap is ExchangeHeap.</summary>
    public static string Pascal(string service) =>
        string.Concat(service.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    public static string Interface(ApiService service) => "I" + Pascal(service.Name);

    /// <summary>By the library itself.</summary>
    public static string Legacy(ApiService service) => "Legacy" + Pascal(service.Name);

    /// <summary>The one that calls of the facade go to.</summary>
    public static string Chosen(ApiService service) => "Chosen" + Pascal(service.Name);

    /// <summary>One that counts and tells calls.</summary>
    public static string Observed(ApiService service) => "Observed" + Pascal(service.Name);

    /// <summary>Where programs register services: of the prefix ZLIB, ZlibServices.</summary>
    public static string Registry(BindingModel model)
    {
        string[] words = model.Prefix.ToLowerInvariant().Split('_', StringSplitOptions.RemoveEmptyEntries);
        string name = string.Concat(words.Select(Pascal)) + "Services";
        return char.IsAsciiDigit(name[0]) ? "_" + name : name;
    }
}
