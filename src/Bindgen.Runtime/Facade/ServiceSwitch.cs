using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using Rustrt.Bindgen.Runtime.Switch;

namespace Rustrt.Bindgen.Runtime.Facade;

/// <summary>
/// The switch of a managed caller: which implementation stands behind each service of a library. It is decided once per process,
/// at the first call of the facade, from the variables and files that a router of that library reads.
/// </summary>
/// <remarks>
/// Generated code holds one per library. Implementations are registered before the first call; all members may be called on any
/// thread, and the first decides while the others wait.
/// </remarks>
/// <param name="registry">The generated class that programs register with: messages name it, and its assembly imports the library.</param>
/// <param name="importName">By which that assembly imports the library.</param>
/// <param name="catalogue">What can be switched.</param>
/// <param name="environment">Where settings come from, and where messages go.</param>
public sealed class ServiceSwitch(Type registry, string importName, SwitchCatalogue catalogue, SwitchEnvironment environment)
{
    private readonly object _gate = new();
    private readonly Dictionary<string, object> _implementations = new(StringComparer.Ordinal);
    private readonly SwitchLog _log = new(catalogue, environment);
    private Decided? _decided;

    private sealed record Decided(SwitchDecision Decision, CallObservation Observation);

    /// <summary>Registers the managed implementation of a service, for settings that want it; a second takes the place of the first.</summary>
    /// <param name="service">By its name in the catalogue.</param>
    /// <param name="implementation">Kept for the life of the process, and called on whatever threads call the facade.</param>
    /// <exception cref="InvalidOperationException">The decision has fallen; nothing can change it.</exception>
    public void Use(string service, object implementation)
    {
        ArgumentNullException.ThrowIfNull(implementation);
        lock (_gate)
        {
            _implementations[service] = _decided == null ? implementation : throw new InvalidOperationException(
                $"{registry.Name}.Use came too late for service '{service}': {catalogue.Library} has been called or asked about, and who "
                + "serves it was decided by then; register before that");
        }
    }

    /// <summary>Decides now, for a program that wants to answer a refusal itself. Once decided, it does nothing.</summary>
    /// <exception cref="SwitchException">The setting is refused.</exception>
    public void Decide() => GetDecided();

    /// <summary>What was decided for each unit, in the catalogue's order. It decides if nothing has been yet.</summary>
    /// <exception cref="SwitchException">The setting is refused.</exception>
    public IReadOnlyList<UnitState> GetUnits()
    {
        (SwitchDecision decision, CallObservation observation) = GetDecided();
        return [.. catalogue.Units.Select((unit, i) =>
            new UnitState(unit.Name, unit.Services, decision.BackendOf(i), decision.ReasonOf(i), observation.CallsOf(unit)))];
    }

    /// <summary>
    /// The implementation that calls of a service go to, for the life of the process. A first call has nobody to tell a refusal to:
    /// like a router, it says why on standard error and ends the process.
    /// </summary>
    /// <param name="service">By its name in the catalogue.</param>
    /// <param name="legacy">Makes the one that calls the library.</param>
    /// <param name="observe">Puts one before another that counts and tells its calls; used only if somebody wants that.</param>
    public TService Choose<TService>(string service, Func<TService> legacy, Func<TService, ServiceCalls, TService> observe)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(legacy);
        ArgumentNullException.ThrowIfNull(observe);
        (SwitchDecision decision, CallObservation observation) = GetDecidedOrExit();
        TService chosen = decision.BackendOf(catalogue.FindOwner(Encoding.UTF8.GetBytes(service))) == Backend.Legacy ? legacy()
            : _implementations.TryGetValue(service, out object? registered) ? (TService)registered
            : throw AbortUnserved(service);
        return observation.Of(service) is { } calls ? observe(chosen, calls) : chosen;
    }

    private Decided GetDecided()
    {
        lock (_gate)
        {
            if (_decided == null)
            {
                SwitchDecision decision = SwitchDecision.Make(catalogue, environment, WhyNotLoaded);
                if (!decision.MissingAtCall && FindUnserved(decision) is { } refused)
                {
                    decision.FallBackOrThrow(refused);
                }
                _decided = new Decided(decision, CallObservation.Start(catalogue, decision, _log));
            }
            return _decided;
        }
    }

    private Decided GetDecidedOrExit()
    {
        try
        {
            return GetDecided();
        }
        catch (SwitchException refused)
        {
            _log.Write(refused.Message);
            Environment.Exit(refused.ExitCode);
            throw;
        }
    }

    private string? WhyNotLoaded(Backend backend, bool hasAlternative)
    {
        if (backend == Backend.New)
        {
            return _implementations.Count > 0 ? null : $"no service is registered, which {registry.Name}.Use does before the first call";
        }
        // Where there is no alternative the import itself fails as it always did. It may have a resolver of the program's, too,
        // which nobody else can ask.
        return !hasAlternative || NativeLibrary.TryLoad(importName, registry.Assembly, null, out _)
            ? null : $"the system does not find '{importName}'";
    }

    private SwitchException? FindUnserved(SwitchDecision decision)
    {
        for (int i = 0; i < catalogue.Units.Count; i++)
        {
            SwitchUnit unit = catalogue.Units[i];
            string? missing = decision.BackendOf(i) == Backend.Legacy ? null
                : unit.Services.FirstOrDefault(service => !_implementations.ContainsKey(service));
            if (missing != null)
            {
                return new SwitchException(SwitchExitCode.Unserved,
                    $"not migrated yet: no service '{missing}' is registered, but {decision.ReasonOf(i)} needs it; registered: "
                    + $"{string.Join(", ", _implementations.Keys.Order(StringComparer.Ordinal))}; valid: {registry.Name}.Use before the first "
                    + $"call, or {unit.Name}=legacy");
            }
        }
        return null;
    }

    /// <summary>With PREFIX_MISSING=call the program may start, and goes on until it needs what is not there.</summary>
    [DoesNotReturn]
    private InvalidOperationException AbortUnserved(string service)
    {
        string problem = $"not migrated yet: service '{service}' was called and is not registered";
        _log.Write(problem);
        Environment.FailFast(problem);
        return new InvalidOperationException(problem);
    }
}
