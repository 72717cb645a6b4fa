using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Rustrt.Federation.Logging;

/// <summary>Reads a section of the configuration. What it does not understand is told with its place and what would be valid.</summary>
internal sealed class Settings(IConfiguration section, string path)
{
    private readonly List<string> _known = [];

    internal int Number(string key, int otherwise) => Read(key, otherwise, "a whole number",
        static text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null);

    internal bool Flag(string key, bool otherwise) => Read(key, otherwise, "true or false",
        static text => bool.TryParse(text, out bool flag) ? flag : null);

    internal TimeSpan Time(string key, TimeSpan otherwise) => Read(key, otherwise, "a time such as 00:00:05, or infinite",
        static text => text.Equals("infinite", StringComparison.OrdinalIgnoreCase) ? Timeout.InfiniteTimeSpan
            : text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : null);

    internal T OneOf<T>(string key, T otherwise)
        where T : struct, Enum => Read(key, otherwise, string.Join(" or ", Enum.GetNames<T>()),
            static text => Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null);

    /// <summary>To be called last: a setting that nobody has asked for is a mistake.</summary>
    internal void RefuseOthersBut(params string[] others)
    {
        foreach (var child in section.GetChildren())
        {
            if (!_known.Concat(others).Contains(child.Key, StringComparer.OrdinalIgnoreCase))
                throw new FormatException($"{path}:{child.Key} is no setting; valid are {string.Join(", ", _known)}.");
        }
    }

    private T Read<T>(string key, T otherwise, string valid, Func<string, T?> parse)
        where T : struct
    {
        _known.Add(key);
        if (section[key] is not { } text) return otherwise;
        return parse(text) ?? throw new FormatException($"{path}:{key} is '{text}'; valid is {valid}.");
    }
}
