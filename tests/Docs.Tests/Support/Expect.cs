namespace Rustrt.Docs.Tests.Support;

/// <summary>The assertion of most tests here: no problem is left. All of them are shown, one a line.</summary>
internal static class Expect
{
    public static void None<T>(IEnumerable<T> problems)
    {
        var all = problems.ToList();
        if (all.Count > 0)
        {
            Assert.Fail(string.Join('\n', all));
        }
    }
}
