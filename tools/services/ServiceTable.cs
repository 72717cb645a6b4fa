using System.Text;
using Rustrt.Federation;

namespace Rustrt.Services;

/// <summary>The services by context, as a Markdown table: what needs least comes first.</summary>
internal static class ServiceTable
{
    internal static string Write(IReadOnlyList<MarkedMember> members)
    {
        var text = new StringBuilder()
            .Append("| service | thread | blocking call | scheduler, no task | task | entry points | by `RuntimeService` |\n")
            .Append("| --- | --- | --- | --- | --- | --- | --- |\n");
        var entries = members.Where(member => !member.ByContext).ToList();
        var rows = entries.Select(member => (member.Service, member.Needs)).Distinct()
            .OrderBy(row => row.Needs).ThenBy(row => row.Service, StringComparer.Ordinal).ToList();
        foreach (var (service, needs) in rows)
        {
            var byContext = members.Where(member => member.ByContext && RowOf(rows, member) == (service, needs));
            text.Append($"| {service} | {string.Join(" | ", Where(needs))} | {Names(entries.Where(member => (member.Service, member.Needs) == (service, needs)))} | {Names(byContext)} |\n");
        }
        return text.ToString();
    }

    // A member that needs more than any entry point of its service stands beside the one that needs most.
    private static (string, ServiceNeeds) RowOf(List<(string Service, ServiceNeeds Needs)> rows, MarkedMember member)
    {
        var ofService = rows.Where(row => row.Service == member.Service).ToList();
        if (ofService.Count == 0) throw new InvalidDataException($"{member.Name} passes calls on to '{member.Service}', and no entry point is marked so.");
        return ofService.Contains((member.Service, member.Needs)) ? (member.Service, member.Needs) : ofService[^1];
    }

    private static string[] Where(ServiceNeeds needs) => needs switch
    {
        ServiceNeeds.Nothing => ["yes", "yes", "yes", "yes"],
        ServiceNeeds.OwnThread => ["yes", "yes", "-", "-"],
        ServiceNeeds.Federation => ["by object", "yes", "yes", "yes"],
        ServiceNeeds.Scheduler => ["-", "-", "yes", "yes"],
        ServiceNeeds.Task => ["-", "-", "-", "yes"],
        _ => throw new ArgumentOutOfRangeException(nameof(needs), needs, "There is no column for this need."),
    };

    private static string Names(IEnumerable<MarkedMember> members)
    {
        string names = string.Join(", ", members.Select(member => $"`{member.Name}`").Distinct());
        return names.Length > 0 ? names : "-";
    }
}
