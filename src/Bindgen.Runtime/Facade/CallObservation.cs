using System.Text;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;
using Rustrt.Bindgen.Runtime.Switch;

namespace Rustrt.Bindgen.Runtime.Facade;

/// <summary>
/// Who wants to know of calls, as with a router: PREFIX_TRACE names the services that are told, or all, PREFIX_TRACE_FILE the file
/// to append to instead of standard error; PREFIX_CALLS is the file for the counts by unit and side, written at the end.
/// </summary>
internal sealed class CallObservation
{
    private readonly Dictionary<string, ServiceCalls> _services = new(StringComparer.Ordinal);
    private readonly bool _isCounting;
    // Held open for as long as somebody may write.
    private readonly SafeFileHandle? _file;

    private CallObservation(SwitchCatalogue catalogue, HashSet<string> traced, bool isCounting, SafeFileHandle? file)
    {
        (_isCounting, _file) = (isCounting, file);
        int output = file == null ? LibC.StandardError : (int)file.DangerousGetHandle();
        foreach (string service in catalogue.Units.SelectMany(unit => unit.Services).Where(service => isCounting || traced.Contains(service)))
        {
            _services.Add(service, new ServiceCalls(catalogue.Prefix.ToLowerInvariant(), traced.Contains(service) ? output : -1));
        }
    }

    /// <summary>What stands before the service; null if nothing does.</summary>
    public ServiceCalls? Of(string service) => _services.GetValueOrDefault(service);

    /// <summary>Null if calls are not counted.</summary>
    public long? CallsOf(SwitchUnit unit) => _isCounting ? unit.Services.Sum(service => _services[service].Counted) : null;

    /// <exception cref="SwitchException">A service is unknown, or a file cannot be written.</exception>
    public static CallObservation Start(SwitchCatalogue catalogue, SwitchDecision decision, SwitchLog log)
    {
        HashSet<string> traced = Traced(catalogue, log);
        string? traceFile = traced.Count > 0 ? TextOf(log, "TRACE_FILE") : null;
        string? callsFile = TextOf(log, "CALLS");
        var observation = new CallObservation(
            catalogue, traced, isCounting: callsFile != null, traceFile == null ? null : Open(log.Variable("TRACE_FILE"), traceFile));
        if (callsFile != null)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => observation.WriteReport(catalogue, decision, callsFile, log);
        }
        return observation;
    }

    private static HashSet<string> Traced(SwitchCatalogue catalogue, SwitchLog log)
    {
        string[] services = [.. catalogue.Units.SelectMany(unit => unit.Services)];
        var traced = new HashSet<string>(StringComparer.Ordinal);
        foreach (string word in TextOf(log, "TRACE")?.Split(',') ?? [])
        {
            if (word == SwitchWords.All)
            {
                traced.UnionWith(services);
            }
            else if (!services.Contains(word, StringComparer.Ordinal))
            {
                throw new SwitchException(SwitchExitCode.Text, $"{log.Variable("TRACE")}: unknown service "
                    + $"{SwitchText.Quote(Encoding.UTF8.GetBytes(word))}; valid: {SwitchWords.All}, {string.Join(", ", services)}");
            }
            traced.Add(word);
        }
        return traced;
    }

    private static SafeFileHandle Open(string variable, string path)
    {
        int error = LibC.OpenForAppending(path, out SafeFileHandle file);
        return error == 0 ? file : throw new SwitchException(
            SwitchExitCode.File, $"{variable}: cannot write to {SwitchText.Printable(path)}: {FileProblem.Of(error)}");
    }

    /// <summary>A variable's value; null if it is not set or empty.</summary>
    private static string? TextOf(SwitchLog log, string suffix) =>
        log.ValueOf(suffix) is { Length: > 0 } value ? Encoding.UTF8.GetString(value) : null;

    private void WriteReport(SwitchCatalogue catalogue, SwitchDecision decision, string path, SwitchLog log)
    {
        try
        {
            using FileStream file = File.Create(path);
            using var json = new Utf8JsonWriter(file);
            json.WriteStartObject();
            json.WriteString("switch", decision.Source);
            json.WriteStartObject("units");
            for (int i = 0; i < catalogue.Units.Count; i++)
            {
                Backend chosen = decision.BackendOf(i);
                long calls = CallsOf(catalogue.Units[i]) ?? 0;
                json.WriteStartObject(catalogue.Units[i].Name);
                json.WriteString("backend", SwitchWords.Name(chosen));
                json.WriteNumber(SwitchWords.Legacy, chosen == Backend.Legacy ? calls : 0);
                json.WriteNumber(SwitchWords.New, chosen == Backend.New ? calls : 0);
                json.WriteEndObject();
            }
            json.WriteEndObject();
            json.WriteEndObject();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The process is ending, and with its own exit status: there is nobody to throw at.
            log.Write($"cannot write the call counts to {SwitchText.Printable(path)}: {e.Message}");
        }
    }
}
