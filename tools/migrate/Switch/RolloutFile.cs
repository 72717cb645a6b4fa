using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.FeatureManagement;
using Microsoft.FeatureManagement.FeatureFilters;
using Rustrt.Parity.Settings;

namespace Rustrt.Migrate.Switch;

/// <summary>Who a roll-out is evaluated for.</summary>
/// <param name="User">Of the Targeting filter; a percentage there is by user, the same each time.</param>
/// <param name="Groups">Of the Targeting filter.</param>
internal sealed record Audience(string? User, IReadOnlyList<string> Groups);

/// <summary>What a condition came to.</summary>
/// <param name="Name">A unit, or all.</param>
/// <param name="IsOn">The feature is on: new.</param>
internal sealed record RolledOut(string Name, bool IsOn)
{
    public string Entry => $"{Name}={(IsOn ? "new" : "legacy")}";
}

/// <summary>
/// Conditions of a roll-out, in the form of Microsoft.FeatureManagement: features named after units, or <c>all</c>. They are
/// evaluated once, into a plain setting; so what was drawn stays until somebody renders again.
/// </summary>
internal sealed class RolloutFile(string file, SwitchUnits units)
{
    private const string All = "all";

    /// <summary>Evaluates every feature.</summary>
    /// <exception cref="UserErrorException">The file cannot be read, names no unit, or has a filter that there is not.</exception>
    public async Task<IReadOnlyList<RolledOut>> Evaluate(Audience audience)
    {
        using var services = new ServiceCollection().AddSingleton(Read()).AddFeatureManagement().AddFeatureFilter<ContextualTargetingFilter>().Services.BuildServiceProvider();
        var features = services.GetRequiredService<IFeatureManager>();
        var context = new TargetingContext { UserId = audience.User, Groups = audience.Groups };
        var evaluated = new List<RolledOut>();
        try
        {
            await foreach (var name in features.GetFeatureNamesAsync())
            {
                RequireUnit(name);
                evaluated.Add(new RolledOut(name, await features.IsEnabledAsync(name, context)));
            }
        }
        catch (FeatureManagementException error)
        {
            throw new UserErrorException(ExitCode.Failures, $"{file}: {error.Message}");
        }
        return evaluated.Count > 0 ? [.. evaluated.OrderBy(one => one.Name == All ? -1 : IndexOf(one.Name))]
            : throw new UserErrorException(ExitCode.Failures, $"{file}: it has no features; name them after units, or all, under feature_management");
    }

    /// <summary>A switch file with what was evaluated.</summary>
    public static string Render(string file, IReadOnlyList<RolledOut> evaluated, Audience audience, DateTimeOffset now)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# rendered {now:yyyy-MM-dd HH:mm} from {Path.GetFileName(file)}");
        text.Append(audience.User is null ? "" : $", for {audience.User}").Append(audience.Groups.Count == 0 ? "" : $" in {string.Join(", ", audience.Groups)}").Append('\n');
        foreach (var one in evaluated)
        {
            text.Append(one.Entry).Append('\n');
        }
        return text.ToString();
    }

    private IConfiguration Read()
    {
        var problem = Directory.Exists(file) ? "this is a folder" : !File.Exists(file) ? "there is no such file" : new FileInfo(file).Length == 0 ? "the file is empty" : null;
        if (problem != null)
        {
            throw new UserErrorException(ExitCode.Failures, $"{file}: {problem}; name one with features under feature_management");
        }
        try
        {
            return new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(file), optional: false).Build();
        }
        catch (Exception error) when (error.GetBaseException() is JsonException json)
        {
            throw new UserErrorException(ExitCode.Failures, $"{file}:{json.LineNumber + 1}:{json.BytePositionInLine + 1}: this is no JSON: {json.Message.Split(" LineNumber:")[0]}");
        }
        catch (Exception error) when (error is IOException or InvalidDataException or FormatException)
        {
            throw new UserErrorException(ExitCode.Failures, $"{file}: {error.GetBaseException().Message}");
        }
    }

    private void RequireUnit(string name)
    {
        if (name != All && IndexOf(name) < 0)
        {
            throw new UserErrorException(ExitCode.Failures,
                $"{file}: feature '{name}': there is no such unit; there are {All}, {string.Join(", ", units.Units.Select(unit => unit.Name))}.");
        }
    }

    private int IndexOf(string name) => units.Units.ToList().FindIndex(unit => unit.Name == name);
}
