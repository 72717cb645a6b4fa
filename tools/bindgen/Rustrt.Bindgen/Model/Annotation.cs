namespace Rustrt.Bindgen.Model;

/// <summary>A function's annotation, read: <c>rustrt:service=NAME;context=global|kernel|task;blocks=yes|no</c>.</summary>
internal sealed record Annotation(string Service, CallContext Context, bool Blocks, SourcePlace Place)
{
    private static readonly string[] Keys = ["service", "context", "blocks"];

    /// <param name="marker">What such annotations start with; others are left to other tools.</param>
    /// <returns>Null if the function has none, or, with an error added, a wrong one.</returns>
    public static Annotation? Of(CFunction function, string marker, List<Diagnostic> errors)
    {
        var own = function.Annotations.Where(a => a.Text.StartsWith(marker, StringComparison.Ordinal)).ToList();
        if (own.Count > 1)
        {
            errors.Add(new Diagnostic(
                function.Place, $"function \"{function.Name}\" has {own.Count} annotations \"{marker}...\"; one is allowed"));
        }
        return own.Count == 1 ? Parse(own[0], marker, errors) : null;
    }

    private static Annotation? Parse(CAnnotation annotation, string marker, List<Diagnostic> errors)
    {
        int errorsBefore = errors.Count;
        void Error(string message) =>
            errors.Add(new Diagnostic(annotation.Place, $"annotation \"{annotation.Text}\": {message}"));

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string part in annotation.Text[marker.Length..].Split(';'))
        {
            string[] pair = part.Split('=', 2);
            if (pair.Length != 2 || !Keys.Contains(pair[0], StringComparer.Ordinal))
            {
                Error($"\"{part}\" is none of {string.Join(", ", Keys.Select(key => key + "=..."))}");
            }
            else if (!values.TryAdd(pair[0], pair[1]))
            {
                Error($"\"{pair[0]}\" is given twice");
            }
        }
        foreach (string missing in Keys.Where(key => !values.ContainsKey(key)))
        {
            Error($"\"{missing}\" is missing");
        }
        if (errors.Count > errorsBefore)
        {
            return null;
        }
        CallContext? context = values["context"] switch
        {
            "global" => CallContext.Global,
            "kernel" => CallContext.Kernel,
            "task" => CallContext.Task,
            _ => null,
        };
        if (context == null)
        {
            Error($"context \"{values["context"]}\" is none of global, kernel, task");
        }
        if (values["blocks"] is not ("yes" or "no"))
        {
            Error($"blocks \"{values["blocks"]}\" is neither yes nor no");
        }
        return errors.Count > errorsBefore
            ? null
            : new Annotation(values["service"], context!.Value, values["blocks"] == "yes", annotation.Place);
    }
}
