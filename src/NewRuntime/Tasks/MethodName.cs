namespace Rustrt.Federation;

/// <summary>
/// The name of an async method, from that of the type which the compiler makes of it: what a task is called that was not given a
/// name. It costs nothing until somebody asks.
/// </summary>
internal static class MethodName
{
    internal static string Of(Type method)
    {
        string name = method.Name;
        int local = name.IndexOf("g__", StringComparison.Ordinal); // <<Outer>g__Local|0_0>d
        if (local >= 0 && name.IndexOf('|', local) is > 0 and var bar) return name[(local + 3)..bar];
        int close = name.IndexOf('>', StringComparison.Ordinal);
        string inner = close > 0 ? name[..close].TrimStart('<') : name;
        return name.Contains("b__", StringComparison.Ordinal) ? $"lambda in {inner}" : inner; // <<Outer>b__0_0>d
    }
}
