namespace Rustrt.Migrate.Terminal;

/// <summary>Hands reports on at once, on the reporting thread; <see cref="Progress{T}"/> would queue them.</summary>
internal sealed class ImmediateProgress(Action<string> hear) : IProgress<string>
{
    public void Report(string value) => hear(value);
}
