namespace Rustrt.Bindgen.Runtime.Switch;

/// <summary>A variable that takes one of two words, the first meaning the same as no variable.</summary>
internal sealed class SwitchFlag(SwitchLog log, string suffix, string unset, string set)
{
    private readonly byte[]? _value = log.ValueOf(suffix);

    public bool IsSet => _value != null && SwitchWords.Is(_value, set);

    public SwitchException? Error => _value == null || IsSet || SwitchWords.Is(_value, unset) ? null
        : new SwitchException(SwitchExitCode.Text,
            $"{log.Variable(suffix)}, character 1: unknown value {SwitchText.Quote(_value)}; valid: {unset} (as if unset) | {set}");
}
