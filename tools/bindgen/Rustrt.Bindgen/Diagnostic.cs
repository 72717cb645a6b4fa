using System.Text.Json.Serialization;

namespace Rustrt.Bindgen;

/// <summary>A place in an input file. Line 0 means the file as a whole.</summary>
public readonly record struct SourcePlace(string Path, int Line = 0, int Column = 0)
{
    public override string ToString()
    {
        if (Path.Length == 0)
        {
            return "bindgen"; // what the compiler itself declares
        }
        string relative = System.IO.Path.GetRelativePath(Environment.CurrentDirectory, Path);
        string shown = relative.StartsWith("..", StringComparison.Ordinal) ? Path : relative;
        return (Line, Column) switch
        {
            (0, _) => shown,
            (_, 0) => $"{shown}:{Line}",
            _ => $"{shown}:{Line}:{Column}",
        };
    }
}

public enum Severity
{
    /// <summary>The input is wrong.</summary>
    Error,

    /// <summary>Something was left out of the bindings; what remains is right.</summary>
    Warning,

    /// <summary>More about what was said before it.</summary>
    Note,
}

/// <summary>One thing that is to be said of an input, in the form that editors can jump to.</summary>
public sealed record Diagnostic(SourcePlace Place, string Message, Severity Severity = Severity.Error)
{
    /// <summary>The declaration of which something is left out, by its C name: whoever skips it knows; null if none is.</summary>
    [JsonIgnore]
    public string? LeftOut { get; init; }

    public override string ToString() => $"{Place}: {Severity.ToString().ToLowerInvariant()}: {Message}";
}
