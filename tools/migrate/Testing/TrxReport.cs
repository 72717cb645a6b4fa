using System.Xml.Linq;

namespace Rustrt.Migrate.Testing;

/// <summary>What <c>dotnet test --logger trx</c> writes.</summary>
internal static class TrxReport
{
    private static readonly XNamespace s_trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    public static SuiteResult Read(string file, Func<string, string> rerun) => Parse(XDocument.Load(file), rerun);

    public static SuiteResult Parse(XDocument document, Func<string, string> rerun)
    {
        var passed = 0;
        var skipped = 0;
        var failures = new List<FailedTest>();
        foreach (var test in document.Descendants(s_trx + "UnitTestResult"))
        {
            var name = (string?)test.Attribute("testName") ?? "(no name)";
            switch ((string?)test.Attribute("outcome"))
            {
                case "Passed":
                    passed++;
                    break;
                case "NotExecuted":
                    skipped++;
                    break;
                default:
                    var message = test.Descendants(s_trx + "Message").FirstOrDefault()?.Value;
                    // A theory's case has its arguments behind the name; the filter of a rerun takes the method.
                    failures.Add(new FailedTest(name, rerun(name.Split('(')[0]), message?.Split('\n')[0].Trim()));
                    break;
            }
        }
        return new SuiteResult(passed, failures, skipped);
    }
}
