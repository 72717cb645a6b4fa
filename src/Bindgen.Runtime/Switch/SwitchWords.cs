using System.Text;

namespace Rustrt.Bindgen.Runtime.Switch;

/// <summary>The words of the switch language, and the help for who mistypes one.</summary>
internal static class SwitchWords
{
    public const string All = "all", OnError = "on-error", Legacy = "legacy", New = "new";
    public const string ValidValues = "legacy | new | new,legacy | legacy,new";

    // Longer words are compared by their beginning only; no valid word comes near this.
    private const int WordMax = 48;

    public static bool Is(ReadOnlySpan<byte> bytes, string word) => Ascii.Equals(bytes, word);

    public static string Name(Backend backend) => backend == Backend.Legacy ? Legacy : New;

    public static Backend? FindBackend(ReadOnlySpan<byte> word) =>
        Is(word, Legacy) ? Backend.Legacy : Is(word, New) ? Backend.New : null;

    /// <summary>"new", "new,legacy", ...</summary>
    public static string Value(IEnumerable<Backend> order) => string.Join(',', order.Select(Name));

    /// <summary>A guess if some word that can start an entry is near, and all those words.</summary>
    public static string ValidNames(SwitchCatalogue catalogue, ReadOnlySpan<byte> word, bool inFile)
    {
        string[] names = [All, .. catalogue.Units.Select(unit => unit.Name), .. inFile ? [OnError] : Array.Empty<string>()];
        return $"{Guess(word, names)}; valid: {string.Join(", ", names)}";
    }

    public static string NearBackend(ReadOnlySpan<byte> word) => Guess(word, [Legacy, New]);

    private static string Guess(ReadOnlySpan<byte> word, string[] candidates)
    {
        string? best = null;
        int bestDistance = WordMax;
        foreach (string candidate in candidates)
        {
            int distance = Distance(word, candidate);
            // A third of the letters wrong is the furthest that still counts.
            if (distance <= Math.Max(candidate.Length / 3, 1) && distance < bestDistance)
            {
                (best, bestDistance) = (candidate, distance);
            }
        }
        return best == null ? "" : $" (did you mean '{best}'?)";
    }

    /// <summary>Insertions, deletions, replacements and swaps of neighbours that make one word of the other.</summary>
    private static int Distance(ReadOnlySpan<byte> a, string b)
    {
        a = a[..Math.Min(a.Length, WordMax)];
        b = b[..Math.Min(b.Length, WordMax)];
        int[,] distances = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    distances[i, j] = i + j;
                    continue;
                }
                char x = Folded((char)a[i - 1]), y = Folded(b[j - 1]);
                int best = Math.Min(distances[i - 1, j - 1] + (x == y ? 0 : 1), Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1);
                bool isSwap = i > 1 && j > 1 && x == Folded(b[j - 2]) && Folded((char)a[i - 2]) == y;
                distances[i, j] = isSwap ? Math.Min(best, distances[i - 2, j - 2] + 1) : best;
            }
        }
        return distances[a.Length, b.Length];
    }

    /// <summary>Upper case for lower and _ for - are no mistake worth counting.</summary>
    private static char Folded(char c) => c == '_' ? '-' : char.IsAsciiLetterUpper(c) ? char.ToLowerInvariant(c) : c;
}
