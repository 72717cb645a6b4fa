using System.Text.Json;
using System.Text.Json.Serialization;
using Rustrt.Parity.Settings;

namespace Rustrt.Parity.Differences;

/// <summary>
/// A difference between the two sides that is known and stays for a while: a rule with a reason and an end, in
/// tests/parity/differences.json. Tests hold each to two things: it is needed (what it covers does differ), and it is not too wide
/// (the same cases agree on every other setting).
/// </summary>
/// <param name="Name">How reports name it.</param>
/// <param name="Reason">Why there is a difference, and what it is.</param>
/// <param name="EndsIn">The version that must not have it any more.</param>
/// <param name="Where">The settings that have it: unit to side, all of them.</param>
/// <param name="Cases">The cases that show it.</param>
public sealed record AcceptedDifference(string Name, string Reason, string EndsIn, IReadOnlyDictionary<string, string> Where, IReadOnlyList<string> Cases)
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Reads the rules.</summary>
    /// <exception cref="InvalidDataException">It is no list of rules; the message says why.</exception>
    public static IReadOnlyList<AcceptedDifference> Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<AcceptedDifference[]>(File.ReadAllText(file), s_options)!;
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{file}: {error.Message}", error);
        }
    }

    /// <summary>A setting has it.</summary>
    public bool IsOn(SwitchSetting setting) => Where.All(rule => setting.SideOf(rule.Key) == rule.Value);

    /// <summary>A case is expected to end otherwise on a setting.</summary>
    public bool Covers(SwitchSetting setting, string name) => IsOn(setting) && Cases.Contains(name);
}
