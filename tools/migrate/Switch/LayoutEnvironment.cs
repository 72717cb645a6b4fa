using System.Text;
using Rustrt.Bindgen.Runtime;
using Rustrt.Bindgen.Runtime.Switch;

namespace Rustrt.Migrate.Switch;

/// <summary>What the switch would see of a program that is started now, with each of its decisions told.</summary>
/// <param name="setting">In place of RUSTRT_SWITCH; null: what this process has.</param>
/// <param name="programFolder">Where the program lies; null: nothing is looked for beside it.</param>
internal sealed class LayoutEnvironment(string? setting, string? programFolder) : SwitchEnvironment
{
    private const string SettingVariable = "RUSTRT_SWITCH", TraceVariable = "RUSTRT_SWITCH_TRACE";

    private readonly ProcessEnvironment _process = new();

    /// <summary>What the switch said.</summary>
    public List<string> Lines { get; } = [];

    public override byte[]? Variable(string name) => name switch
    {
        TraceVariable => "1"u8.ToArray(),
        SettingVariable when setting is not null => Encoding.UTF8.GetBytes(setting),
        _ => _process.Variable(name),
    };

    public override int ReadFile(string path, int limit, out byte[] content) => _process.ReadFile(path, limit, out content);

    public override void Log(string line) => Lines.Add(line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]);

    public override string? ProgramFolder => programFolder;

    public override bool IsSecure => false;
}
