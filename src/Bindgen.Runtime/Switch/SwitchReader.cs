using System.Text;

namespace Rustrt.Bindgen.Runtime.Switch;

/// <summary>
/// The sources of a setting. The first one that is there is read; those below it are not looked at:
/// the variable PREFIX_SWITCH; the file that PREFIX_SWITCH_FILE names; prefix.switch beside the program; the default.
/// </summary>
internal sealed class SwitchReader(SwitchCatalogue catalogue, SwitchEnvironment environment, SwitchLog log)
{
    private const int VariableMax = 4096, FileMax = 65536, PathMax = 4096;

    public SwitchSource Source { get; private set; } = SwitchSource.Default;

    public SwitchRules Rules { get; private set; } = new(catalogue.Units.Count);

    /// <returns>Null, or why the setting is refused; <see cref="Source"/> and on-error are right in both cases.</returns>
    public SwitchException? Read()
    {
        string variable = log.Variable("SWITCH"), fileVariable = log.Variable("SWITCH_FILE");
        if (log.ValueOf("SWITCH") is { } value)
        {
            log.Trace($"source: {variable} is set; no file is read");
            return ReadVariable(variable, value);
        }
        log.Trace($"source: {variable} is not set");
        if (log.ValueOf("SWITCH_FILE") is { } path)
        {
            log.Trace($"source: {fileVariable} is set; no other file is read");
            return ReadNamedFile(fileVariable, path);
        }
        log.Trace($"source: {fileVariable} is not set");
        return ReadFileBesideProgram();
    }

    private SwitchException? ReadVariable(string name, byte[] value)
    {
        if (value.Length > VariableMax)
        {
            return new SwitchException(SwitchExitCode.Text,
                $"{name}, character {VariableMax + 1}: longer than {VariableMax} characters; use a switch file");
        }
        SwitchException? refused = ReadRules(new SwitchSource(name, IsFile: false), value);
        return refused == null && Rules.IsEmpty
            ? new SwitchException(SwitchExitCode.Text, $"{name}, character 1: no entry; write one, as in all=legacy, or unset {name}")
            : refused;
    }

    private SwitchException? ReadNamedFile(string variable, byte[] path)
    {
        if (path.Length == 0)
        {
            return new SwitchException(SwitchExitCode.Text, $"{variable}, character 1: no file; name one, or unset {variable}");
        }
        return path.Length >= PathMax
            ? new SwitchException(SwitchExitCode.File,
                $"{variable}, character {PathMax}: longer than any path; name a file, or unset {variable}")
            : ReadFile(variable, Encoding.UTF8.GetString(path), out _);
    }

    private SwitchException? ReadFileBesideProgram()
    {
        if (environment.ProgramFolder is not { } folder)
        {
            log.Trace("source: the program's folder is not known, nor a file in it; the default is all=legacy");
            return null;
        }
        string path = $"{folder}/{catalogue.Prefix.ToLowerInvariant()}.switch";
        log.Trace($"source: file {SwitchText.Printable(path)} beside the program");
        SwitchException? refused = ReadFile(null, path, out bool isThere);
        if (!isThere)
        {
            log.Trace("source: no such file; the default is all=legacy");
        }
        return refused;
    }

    /// <summary>One that is not there is an error only if a variable names it.</summary>
    private SwitchException? ReadFile(string? variable, string path, out bool isThere)
    {
        int error = environment.ReadFile(path, FileMax, out byte[] content);
        isThere = error is not (LibC.NoEntry or LibC.NoFolder);
        return error == 0 ? ReadRules(new SwitchSource(SwitchText.Printable(path), IsFile: true), content)
            : isThere || variable != null ? RefuseFile(variable, path, error)
            : null;
    }

    private SwitchException? ReadRules(SwitchSource source, byte[] text)
    {
        Source = source;
        Rules = SwitchParser.Parse(catalogue, source, text);
        TraceRule(SwitchWords.All, Rules.All);
        for (int unit = 0; unit < catalogue.Units.Count; unit++)
        {
            TraceRule(catalogue.Units[unit].Name, Rules.Units[unit]);
        }
        if (Rules.OnErrorLegacy)
        {
            log.Trace($"rule: {SwitchWords.OnError}=legacy");
        }
        return Rules.Error == null ? null : new SwitchException(SwitchExitCode.Text, Rules.Error);
    }

    private void TraceRule(string name, SwitchRule? rule)
    {
        if (rule != null)
        {
            log.Trace($"rule: {name}={rule.Value} at {Source.Place(rule.Line, rule.Column)}");
        }
    }

    private static SwitchException RefuseFile(string? variable, string path, int error)
    {
        string problem = $"switch file {SwitchText.Printable(path)}: {FileProblem.Of(error)}";
        return new SwitchException(SwitchExitCode.File, variable == null
            ? $"{problem}; repair or remove it"
            : $"{variable}: {problem}; name a readable file, or unset {variable}");
    }
}
