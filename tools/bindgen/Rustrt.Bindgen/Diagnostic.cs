namespace Rustrt.Bindgen;

/// <summary>A place in an input file. Line 0 means the file as a whole.</summary>
public readonly record struct SourcePlace(string Path, int Line = 0, int Column = 0)
{
    public override string ToString()
    {
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

/// <summary>One thing that is wrong with an input, in the form that editors can jump to.</summary>
public sealed record Diagnostic(SourcePlace Place, string Message)
{
    public override string ToString() => $"{Place}: error: {Message}";
}
