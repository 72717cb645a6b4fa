using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Abi;

/// <summary>The functions of the old C API by docs/legacy/legacy-api.tsv.</summary>
internal static class OldApi
{
    public const int Count = 190;

    public static IReadOnlyList<(string Symbol, string Service)> Functions { get; } =
        [.. File.ReadLines(Repository.Source("docs/legacy/legacy-api.tsv")).Skip(1).Where(line => line.Length > 0)
            .Select(line => line.Split('\t')).Select(cells => (cells[0], cells[2]))];
}
