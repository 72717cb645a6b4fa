using System.Text;

namespace Rustrt.Federation;

/// <summary>The tasks of a simulation that have begun and have not ended, for reports.</summary>
internal sealed class SimulatedTasks
{
    private const int MostDescribed = 50;

    private readonly Dictionary<TaskCell, TimeSpan> _lastTurns = [];

    internal static string NameOf(TaskCell task) => task is Frame frame ? frame.Describe() : task.ToString() ?? task.GetType().Name;

    internal void Ran(TaskCell task, TimeSpan now) => _lastTurns[task] = now;

    internal void Ended(TaskCell task) => _lastTurns.Remove(task);

    /// <summary>Who there is, and what they wait for as far as that can be told.</summary>
    internal string Describe()
    {
        var text = new StringBuilder();
        var survey = new WaitSurvey(_lastTurns.Keys.OfType<Frame>());
        text.Append(_lastTurns.Count).Append(" tasks have begun and not ended:");
        foreach (var (task, time) in _lastTurns.OrderBy(t => t.Value).Take(MostDescribed))
        {
            text.Append("\n  ").Append(NameOf(task)).Append(", last turn at ").Append(time.TotalMilliseconds).Append(" ms");
            if (task is Frame frame && survey.Of(frame) is { For.Length: > 0 } wait) text.Append(", waits for ").Append(wait.For);
        }
        if (_lastTurns.Count > MostDescribed) text.Append("\n  ...");
        return text.ToString();
    }
}
