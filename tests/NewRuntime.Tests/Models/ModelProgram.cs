namespace Rustrt.Federation.Tests;

/// <summary>A program of a few threads over shared words; made anew for every schedule.</summary>
/// <param name="Locations">Every word and slot that the threads share.</param>
/// <param name="Threads">What each does.</param>
/// <param name="Check">Looks at the result when all have ended and all stores have arrived; throws if it is wrong.</param>
internal sealed record ModelProgram(IReadOnlyList<Location> Locations, IReadOnlyList<(string Name, Action Body)> Threads, Action Check);
