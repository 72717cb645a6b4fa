using System.Text.RegularExpressions;

namespace Rustrt.Migrate.Testing;

/// <summary>What watches native programs while they run: a sanitizer that they were built with, or valgrind around them.</summary>
/// <param name="Before">Words of the command that runs the program; none when it runs by itself.</param>
/// <param name="Environment">Variables that the instrument reads.</param>
/// <param name="Slowdown">How many times as long as without it a program may take.</param>
/// <param name="MostTasks">How many tasks it has room and time for at once; null: any number.</param>
internal sealed partial record Instrument(IReadOnlyList<string> Before, IReadOnlyDictionary<string, string> Environment, int Slowdown, int? MostTasks = null)
{
    /// <summary>The first line with which an instrument reports something; null when it found nothing.</summary>
    public static string? Finding(IEnumerable<string> errors) => errors.FirstOrDefault(line => Report().IsMatch(line));

    // AddressSanitizer and LeakSanitizer, ThreadSanitizer, UBSan, and valgrind with the marker that it is told to use.
    [GeneratedRegex(@"^==\d+==ERROR: \w+Sanitizer|^WARNING: ThreadSanitizer|^FATAL: ThreadSanitizer|: runtime error: |memcheck-error")]
    private static partial Regex Report();
}
