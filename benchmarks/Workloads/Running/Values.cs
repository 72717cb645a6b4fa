using System.Globalization;

namespace Rustrt.Federation.Workloads.Running;

/// <summary>The values of the parameters that a command line gives, the defaults for the others.</summary>
internal sealed class Values
{
    private readonly Dictionary<string, string> _values;

    /// <summary>Reads <c>name=value</c> words.</summary>
    /// <exception cref="UsageException">A word is none, its name is unknown or given twice, or its value is not valid.</exception>
    public Values(string workload, IReadOnlyList<Parameter> parameters, IEnumerable<string> words)
    {
        _values = parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Default);
        HashSet<string> given = [];
        foreach (string word in words)
        {
            string[] pair = word.Split('=', 2);
            if (pair.Length != 2) throw new UsageException($"{workload}: '{word}': expected NAME=VALUE.");
            var parameter = parameters.FirstOrDefault(parameter => parameter.Name == pair[0])
                ?? throw new UsageException($"{workload}: {word}: there is no such parameter; there are {string.Join(", ", parameters.Select(known => known.Name))}.");
            if (!parameter.Accepts(pair[1])) throw new UsageException($"{workload}: {word}: expected {parameter.Valid}.");
            if (!given.Add(pair[0])) throw new UsageException($"{workload}: {word}: {pair[0]} is given twice.");
            _values[pair[0]] = pair[1];
        }
    }

    /// <summary>The value of a number.</summary>
    public int Number(string name) => int.Parse(_values[name], CultureInfo.InvariantCulture);

    /// <summary>The value of a choice.</summary>
    public string Word(string name) => _values[name];
}
