namespace Rustrt.Bindgen.Runtime.Switch;

/// <summary>Whether a backend can load, and is loaded now.</summary>
/// <param name="backend">Asked at most once for each, and only for one that some unit wants.</param>
/// <param name="hasAlternative">Some unit that wants it would take the other one instead.</param>
/// <returns>Null if it loads; otherwise why not.</returns>
public delegate string? BackendLoader(Backend backend, bool hasAlternative);

/// <summary>
/// From the process's environment to one backend per unit: the rules of the highest source that is there; per unit its own rule,
/// else the rule for all, else legacy; then the first backend of each that loads. docs/switch.md says it at length.
/// </summary>
public sealed class SwitchDecision
{
    private readonly SwitchCatalogue _catalogue;
    private readonly SwitchLog _log;
    private readonly SwitchSource _source;
    private readonly bool _onErrorLegacy;
    private readonly Choice[] _choices;

    private sealed record Choice(SwitchRule? Rule, bool IsSpecific)
    {
        public IReadOnlyList<Backend> Order => Rule?.Order ?? [Backend.Legacy];

        public string Value => SwitchWords.Value(Order);

        public Backend Backend { get; set; }
    }

    private SwitchDecision(SwitchCatalogue catalogue, SwitchLog log, SwitchReader read, bool missingAtCall)
    {
        (_catalogue, _log, _source, _onErrorLegacy) = (catalogue, log, read.Source, read.Rules.OnErrorLegacy);
        MissingAtCall = missingAtCall;
        _choices = [.. read.Rules.Units.Select(own => new Choice(own ?? read.Rules.All, own != null))];
    }

    /// <summary>The variable or file that decided; empty for the default.</summary>
    public string Source => _source.Name;

    /// <summary>PREFIX_MISSING=call: what cannot be served aborts at its call, not at start.</summary>
    public bool MissingAtCall { get; }

    /// <summary>on-error=legacy was needed: everything is legacy.</summary>
    public bool FellBack { get; private set; }

    /// <summary>The backend of a unit, by its place in the catalogue.</summary>
    public Backend BackendOf(int unit) => _choices[unit].Backend;

    /// <summary>What the setting says of a unit: "new,legacy".</summary>
    public string ValueOf(int unit) => _choices[unit].Value;

    /// <summary>That and where it says so: "core=new (all=new at a.switch:1:1)", "core=legacy (the default)".</summary>
    public string ReasonOf(int unit)
    {
        Choice choice = _choices[unit];
        string start = $"{_catalogue.Units[unit].Name}={choice.Value}";
        if (choice.Rule is not { } rule)
        {
            return $"{start} ({(FellBack ? $"{SwitchWords.OnError}=legacy" : "the default")})";
        }
        string all = choice.IsSpecific ? "" : $"{SwitchWords.All}={choice.Value} at ";
        return $"{start} ({all}{_source.Place(rule.Line, rule.Column)})";
    }

    /// <summary>Decides and resolves.</summary>
    /// <param name="catalogue">What there is to decide.</param>
    /// <param name="environment">What is known of the process.</param>
    /// <param name="load">Which backends load.</param>
    /// <exception cref="SwitchException">The setting is refused.</exception>
    public static SwitchDecision Make(SwitchCatalogue catalogue, SwitchEnvironment environment, BackendLoader load)
    {
        var log = new SwitchLog(catalogue, environment);
        var trace = new SwitchFlag(log, "SWITCH_TRACE", "0", "1");
        var missing = new SwitchFlag(log, "MISSING", "refuse", "call");
        log.IsTracing = trace.IsSet;
        var reader = new SwitchReader(catalogue, environment, log);
        SwitchException? refused = reader.Read() ?? trace.Error ?? missing.Error;
        var decision = new SwitchDecision(catalogue, log, reader, missing.IsSet);
        refused ??= decision.CheckEdges();
        if (refused != null)
        {
            decision.FallBackOrThrow(refused);
        }
        decision.TraceChoices(reader.Rules.All != null);
        decision.Resolve(load);
        return decision;
    }

    /// <summary>on-error=legacy, if the file says so and it is not used up yet: everything on legacy, whatever the setting was.</summary>
    /// <exception cref="SwitchException">The refusal, if it does not.</exception>
    public void FallBackOrThrow(SwitchException refused)
    {
        if (!_onErrorLegacy || FellBack)
        {
            throw refused;
        }
        for (int unit = 0; unit < _choices.Length; unit++)
        {
            _choices[unit] = new Choice(null, IsSpecific: false);
        }
        FellBack = true;
        _log.Write(refused.Message);
        _log.Write($"{SwitchWords.OnError}=legacy in {Source}: goes on with all=legacy");
    }

    /// <summary>Both ends of each edge have one value.</summary>
    private SwitchException? CheckEdges()
    {
        for (int unit = 0; unit < _choices.Length; unit++)
        {
            foreach (SwitchNeed need in _catalogue.Units[unit].Needs)
            {
                int other = _catalogue.IndexOf(need.Unit);
                if (_choices[unit].Value != _choices[other].Value)
                {
                    return RefuseEdge(unit, other, need.Reason);
                }
            }
        }
        return null;
    }

    private SwitchException RefuseEdge(int unit, int other, string reason)
    {
        Choice cause = _choices[_choices[unit].IsSpecific ? unit : other];
        string free = string.Join(", ", Enumerable.Range(0, _choices.Length).Where(i => !_catalogue.HasEdge(i)).Select(i => _catalogue.Units[i].Name));
        return new SwitchException(SwitchExitCode.Setting,
            $"{_source.Place(cause.Rule!.Line, cause.Rule.Column)}: not possible yet: unit '{_catalogue.Units[unit].Name}' must have the "
            + $"same value as unit '{_catalogue.Units[other].Name}', since {reason}, but {ReasonOf(unit)} and {ReasonOf(other)}; valid: one "
            + $"value for both, as in {SwitchWords.All}={cause.Value}{(free.Length > 0 ? $"; units that may differ: {free}" : "")}");
    }

    private void TraceChoices(bool hasRuleForAll)
    {
        for (int unit = 0; unit < _choices.Length; unit++)
        {
            _log.Trace($"choice: {ReasonOf(unit)}{(_choices[unit].IsSpecific && hasRuleForAll ? ", which beats the rule for all" : "")}");
        }
        if (MissingAtCall)
        {
            _log.Trace("missing functions: the program starts, and aborts at the call of one");
        }
    }

    /// <summary>
    /// A backend loads or it does not, for all units alike; and units with an edge between them have one value. So every unit
    /// may choose for itself, and those still end up together.
    /// </summary>
    private void Resolve(BackendLoader load)
    {
        var problems = new Dictionary<Backend, string?>();
        if (ChooseAll(load, problems) is { } refused)
        {
            FallBackOrThrow(refused);
            if (ChooseAll(load, problems) is { } refusedAgain)
            {
                throw refusedAgain;
            }
        }
        foreach ((Backend backend, string? problem) in problems.OrderBy(pair => pair.Key))
        {
            if (problem != null)
            {
                LogFallback(backend, problem);
            }
        }
    }

    private SwitchException? ChooseAll(BackendLoader load, Dictionary<Backend, string?> problems)
    {
        bool Loads(Backend backend)
        {
            if (!problems.TryGetValue(backend, out string? problem))
            {
                problem = load(backend, _choices.Any(choice => choice.Order.Count > 1 && choice.Order.Contains(backend)));
                problems.Add(backend, problem);
                _log.Trace($"backend: {SwitchWords.Name(backend)} {(problem == null ? "loads" : "cannot load")}");
            }
            return problem == null;
        }

        for (int unit = 0; unit < _choices.Length; unit++)
        {
            Choice choice = _choices[unit];
            int first = 0;
            while (first < choice.Order.Count && !Loads(choice.Order[first]))
            {
                first++;
            }
            if (first == choice.Order.Count)
            {
                return RefuseBackend(unit, problems);
            }
            choice.Backend = choice.Order[first];
        }
        return null;
    }

    private SwitchException RefuseBackend(int unit, Dictionary<Backend, string?> problems)
    {
        IReadOnlyList<Backend> order = _choices[unit].Order;
        string fallback = order.Count > 1 || FellBack ? ""
            : $"; a value with a fallback would be {SwitchWords.Value([order[0], Other(order[0])])}";
        return new SwitchException(SwitchExitCode.Backend,
            $"{string.Concat(order.Select(backend => Failure(backend, problems[backend]!)))}needed by {ReasonOf(unit)}{fallback}");
    }

    /// <summary>One line for a backend that does not load: why, and who is elsewhere because of it.</summary>
    private void LogFallback(Backend failed, string problem)
    {
        string[] elsewhere = [.. Enumerable.Range(0, _choices.Length)
            .Where(unit => _choices[unit].Order[0] == failed && _choices[unit].Backend != failed)
            .Select(unit => _catalogue.Units[unit].Name)];
        if (elsewhere.Length > 0)
        {
            _log.Write($"{Failure(failed, problem)}fell back to {SwitchWords.Name(Other(failed))} for {string.Join(", ", elsewhere)}");
        }
    }

    private string Failure(Backend backend, string problem) =>
        $"the {SwitchWords.Name(backend)} backend of {_catalogue.Library} cannot load: {SwitchText.Printable(problem)}; ";

    private static Backend Other(Backend backend) => backend == Backend.Legacy ? Backend.New : Backend.Legacy;
}
