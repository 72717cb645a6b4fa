using Rustrt.Docs.Tests.Support;

namespace Rustrt.Docs.Tests;

/// <summary>The tables of units and services are what the catalogue and the generated coverage say.</summary>
public sealed class ServiceTableTests
{
    private static readonly string[] s_backends = ["-", "router"];

    [Fact]
    public void The_table_of_the_migration_is_what_the_catalogue_and_the_coverage_say()
    {
        var expected = Catalogue.Units.Select(unit =>
        {
            var functions = Catalogue.Functions.Where(function => function.Unit == unit.Name).ToList();
            return Row($"`{unit.Name}`", string.Join(", ", unit.Services), $"{functions.Count}", unit.IsAlone(Catalogue.Units) ? "yes" : "no",
                Share(functions.Count(function => function.InNew), functions.Count));
        });
        var told = Page.Read("MIGRATION.md").Table("unit", "services", "functions", "alone", "`new`").Select(row => Row([.. row]));
        Assert.Equal(string.Join('\n', expected), string.Join('\n', told));
    }

    [Fact]
    public void The_table_of_services_has_each_service_of_each_unit_in_order()
    {
        var expected = Catalogue.Units.SelectMany(unit => unit.Services.Select(service => $"{unit.Name}: {service}"));
        Assert.Equal(expected, Services().Select(row => $"{row[0].Trim('`')}: {row[1].Trim('`')}"));
    }

    [Fact]
    public void A_file_of_the_table_of_services_exists_where_its_side_serves_something()
    {
        foreach (var row in Services())
        {
            var functions = Catalogue.Functions.Where(function => function.Service == row[1].Trim('`')).ToList();
            var ofNew = functions.Where(function => function.InNew).ToList();
            AssertSide(row[1], row[2].Trim('`'), row[2].StartsWith("`core/", StringComparison.Ordinal) ? "legacy/" : "legacy/src/", serves: true, allNative: false);
            AssertSide(row[1], row[3].Trim('`'), "src/Compat/Backends/New/", ofNew.Count > 0, ofNew.Count > 0 && ofNew.All(function => function.Native));
        }
    }

    [Fact]
    public void Every_unit_has_its_row_unit_by_unit()
    {
        var told = Page.Read("MIGRATION.md").Table("unit", "what changes", "what to watch").Select(row => row[0].Trim('`'));
        Assert.Equal(Catalogue.Units.Select(unit => unit.Name), told);
    }

    [Fact]
    public void The_edges_of_the_migration_are_those_of_the_catalogue()
    {
        var expected = Catalogue.Units.SelectMany(unit => unit.Needs.Select(need => Row($"`{unit.Name}`", $"`{need.Unit}`", need.Reason)));
        var told = Page.Read("MIGRATION.md").Table("unit", "needs the value of", "since").Select(row => Row([.. row]));
        Assert.Equal(string.Join('\n', expected), string.Join('\n', told));
    }

    [Fact]
    public void The_pages_name_every_unit_that_the_new_side_does_not_serve_whole()
    {
        var section = string.Join(' ', Page.Read("MIGRATION.md").Section("What is not there yet").Lines.Select(line => line.Text)).Replace('-', ' ');
        Expect.None(Catalogue.Functions.Where(function => !function.InNew).Select(function => function.Service.Replace('-', ' ')).Distinct()
            .Where(service => !section.Contains(service, StringComparison.Ordinal)));
    }

    private static IReadOnlyList<IReadOnlyList<string>> Services() => Page.Read("docs/services.md").Table("unit", "service", "old side", "new side");

    private static void AssertSide(string service, string told, string folder, bool serves, bool allNative)
    {
        if (!s_backends.Contains(told))
        {
            Assert.True(Repository.Has(folder + told), $"{service}: there is no {folder}{told}");
            Assert.True(serves, $"{service}: {folder} serves nothing of it, but {told} is named");
            return;
        }
        Assert.True(told == (serves ? "router" : "-") && allNative == serves, $"{service}: '{told}' for {folder}, which serves {(serves ? "some of it" : "nothing of it")}");
    }

    private static string Row(params string[] cells) => string.Join(" | ", cells);

    private static string Share(int part, int whole) => part == whole ? "all" : part == 0 ? "none" : $"{part} of {whole}";
}
