namespace Rustrt.Bindgen.Runtime.Switch;

/// <summary>The library's variables, and its lines in the log.</summary>
internal sealed class SwitchLog(SwitchCatalogue catalogue, SwitchEnvironment environment)
{
    /// <summary>PREFIX_SWITCH_TRACE=1: each decision is told with its reason.</summary>
    public bool IsTracing { get; set; }

    /// <summary>Name of a variable of the library.</summary>
    public string Variable(string suffix) => $"{catalogue.Prefix}_{suffix}";

    /// <summary>Its value; null if it is not set or not to be trusted.</summary>
    public byte[]? ValueOf(string suffix) => environment.IsSecure ? null : environment.Variable(Variable(suffix));

    public void Write(string line) => environment.Log($"{catalogue.Prefix.ToLowerInvariant()}-switch: {line}");

    public void Trace(string line)
    {
        if (IsTracing)
        {
            Write(line);
        }
    }
}
