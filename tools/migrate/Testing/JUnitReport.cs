using System.Globalization;
using System.Xml.Linq;

namespace Rustrt.Migrate.Testing;

/// <summary>What <c>ctest --output-junit</c> writes.</summary>
internal static class JUnitReport
{
    public static SuiteResult Read(string file, Func<string, string> rerun) => Parse(XDocument.Load(file), rerun);

    public static SuiteResult Parse(XDocument document, Func<string, string> rerun)
    {
        var passed = 0;
        var skipped = 0;
        var failures = new List<FailedTest>();
        foreach (var test in document.Descendants("testcase"))
        {
            var name = (string?)test.Attribute("name") ?? "(no name)";
            switch ((string?)test.Attribute("status"))
            {
                case "run":
                    passed++;
                    break;
                case "disabled":
                    skipped++;
                    break;
                case var status:
                    // notrun: its program is missing. That is no pass.
                    var reason = (string?)test.Element("failure")?.Attribute("message") ?? status ?? "no status";
                    failures.Add(new FailedTest(name, rerun(name), reason.ToString(CultureInfo.InvariantCulture)));
                    break;
            }
        }
        return new SuiteResult(passed, failures, skipped);
    }
}
