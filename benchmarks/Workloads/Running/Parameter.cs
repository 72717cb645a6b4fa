namespace Rustrt.Federation.Workloads.Running;

/// <summary>A parameter of a workload, given as <c>name=value</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Default">Its value if it is not given.</param>
/// <param name="Meaning">What it says.</param>
/// <param name="Least">The least whole number that is valid.</param>
/// <param name="Choices">The words that are valid; none: it is a whole number.</param>
internal sealed record Parameter(string Name, string Default, string Meaning, int Least = 1, params string[] Choices)
{
    /// <summary>What is valid, in words.</summary>
    public string Valid => Choices.Length > 0 ? "one of " + string.Join(", ", Choices) : $"a whole number from {Least} up";

    /// <summary>Whether a value is valid.</summary>
    public bool Accepts(string value) => Choices.Length > 0 ? Choices.Contains(value) : int.TryParse(value, out int number) && number >= Least;
}
