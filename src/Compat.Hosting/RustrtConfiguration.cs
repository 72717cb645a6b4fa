using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Rustrt.Compat.Hosting;

/// <summary>The options as the section Rustrt of the configuration has them. What it does not know is a mistake, told with its place.</summary>
internal sealed class RustrtConfiguration(IConfiguration? configuration = null) : IConfigureOptions<RustrtOptions>
{
    internal const string Section = "Rustrt";

    private static readonly string[] s_members = ["Features", "Library", "Switch", "Target"], s_target = ["Groups", "User"];

    public void Configure(RustrtOptions options)
    {
        if (configuration?.GetSection(Section) is not { } section) return;
        Refuse(section, s_members);
        options.Switch = Text(section.GetSection("Switch")) ?? options.Switch;
        options.Library = Text(section.GetSection("Library")) ?? options.Library;
        foreach (IConfigurationSection feature in section.GetSection("Features").GetChildren())
        {
            options.Features[feature.Key] = Text(feature) ?? throw Wrong(feature, "the name of a feature");
        }
        IConfigurationSection target = section.GetSection("Target");
        if (!target.Exists()) return;
        Refuse(target, s_target);
        options.Target = new RustrtTarget(
            Text(target.GetSection("User")) ?? throw Wrong(target, "User, and Groups if there are any"),
            [.. target.GetSection("Groups").GetChildren().Select(group => Text(group) ?? throw Wrong(group, "the name of a group"))]);
    }

    private static string? Text(IConfigurationSection section) => !section.GetChildren().Any()
        ? section.Value == "" ? throw Wrong(section, "a text that is not empty") : section.Value
        : throw Wrong(section, "one text");

    private static void Refuse(IConfigurationSection section, string[] known)
    {
        foreach (IConfigurationSection child in section.GetChildren())
        {
            if (!known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
                throw new FormatException($"{child.Path} is no setting; valid are {string.Join(", ", known)}.");
        }
    }

    private static FormatException Wrong(IConfigurationSection section, string valid) =>
        new($"{section.Path} is '{section.Value}'; valid is {valid}.");
}
