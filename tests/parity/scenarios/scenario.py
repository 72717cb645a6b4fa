"""Reads scenarios, runs them and compares runs: the meaning of README.md in code."""
import json
import os
import re
import subprocess
from collections import namedtuple
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]

Run = namedtuple('Run', 'exit stdout stderr')


def load_all(names=()):
    """All scenarios, or those named, sorted by name."""
    files = [f for f in sorted(HERE.glob('*.json')) if f.name != 'scenario.schema.json']
    scenarios = [json.loads(f.read_text()) for f in files]
    unknown = set(names) - {s['name'] for s in scenarios}
    if unknown:
        raise SystemExit(f'no such scenario: {", ".join(sorted(unknown))}')
    return [s for s in scenarios if not names or s['name'] in names]


def run(scenario, threads, library_dir, callers_dir):
    """One run, on the librustrt.so in library_dir; exit is 'hang' after the scenario's timeout."""
    env = {k: v for k, v in os.environ.items() if not k.startswith('RUST_') and k != 'DETAILED_LEAKS'}
    env.update(RUST_THREADS=str(threads), RUST_MIN_STACK='262144', LD_LIBRARY_PATH=str(library_dir))
    env.update(scenario.get('environment', {}))
    command = [os.path.join(callers_dir, scenario['program']), *scenario.get('arguments', [])]
    try:
        p = subprocess.run(command, env=env, stdin=subprocess.DEVNULL, capture_output=True, timeout=scenario.get('timeout', 20))
    except subprocess.TimeoutExpired as e:
        return Run('hang', *(normalise((x or b'').decode('utf-8', 'replace')) for x in (e.stdout, e.stderr)))
    code = p.returncode if p.returncode >= 0 else 128 - p.returncode
    return Run(code, *(normalise(x.decode('utf-8', 'replace')) for x in (p.stdout, p.stderr)))


def normalise(text):
    """Addresses differ from run to run; assertions name files and variables that only one side has."""
    text = re.sub(r'0x[0-9a-fA-F]{6,}', '0xADDR', text)
    text = re.sub(r'\btask [0-9a-f]{8,}\b', 'task ADDR', text)
    return re.sub(r'^\S+: \S+:\d+: .*?: Assertion `[^"\n]*((?:".*")?)\' failed\.$', r'Assertion failed: \1', text, flags=re.M)


def differences(scenario, threads, one, other):
    """What the declared comparison finds different between two runs with the same RUST_THREADS; one line each."""
    found = []
    for rule in scenario['compare']:
        if threads not in rule.get('threads', [threads]):
            continue
        found += _RULES[rule['what'], rule.get('as')](rule, one, other)
    return found


def violations(scenario, threads, one):
    """What a run has wrong by itself: its exit status and its happens-before pairs."""
    found = [] if one.exit == scenario['exit'] else [f'exit {one.exit}, declared {scenario["exit"]}']
    for rule in scenario['compare']:
        if rule.get('as') == 'happens-before' and threads in rule.get('threads', [threads]):
            found += _happens_before(rule, one)
    return found


def _exit(_, one, other):
    return [] if one.exit == other.exit else [f'exit {one.exit} and {other.exit}']


def _by(key):
    def compare(rule, one, other):
        a, b = (key(getattr(run, rule['what']).splitlines()) for run in (one, other))
        return [] if a == b else [f'{rule["what"]} as {rule["as"]}: {_first_difference(a, b)}']
    return compare


def _per_task(lines):
    """Lines of a task in their order, the tasks sorted; lines of no task sorted."""
    tasks = {}
    for line in lines:
        match = re.match(r'task ([^:]+): ', line)
        tasks.setdefault(match.group(1) if match else '', []).append(line)
    tasks[''] = sorted(tasks.get('', []))
    return [line for task in sorted(tasks) for line in tasks[task]]


def _happens_before(rule, run):
    lines = getattr(run, rule['what']).splitlines()
    found = []
    for pair in rule['pairs']:
        befores = [(i, m) for i, line in enumerate(lines) for m in [re.search(pair['before'], line)] if m]
        if not befores:
            found.append(f'no line matches {pair["before"]}')
        for i, match in befores:
            after = pair['after']
            for n, text in enumerate(match.groups(), 1):
                after = after.replace('{%d}' % n, re.escape(text))
            where = [j for j, line in enumerate(lines) if re.search(after, line)]
            if not where:
                found.append(f'"{lines[i]}" is followed by no {after}')
            elif min(where) < i:
                found.append(f'"{lines[min(where)]}" stands before "{lines[i]}"')
    return found


def _first_difference(a, b):
    for x, y in zip(a, b):
        if x != y:
            return f'"{x}" and "{y}"'
    longer = a if len(a) > len(b) else b
    return f'{len(a)} and {len(b)} lines; only one has "{longer[min(len(a), len(b))]}"'


_RULES = {('exit', None): _exit}
for _stream in ('stdout', 'stderr'):
    _RULES.update({
        (_stream, 'exact'): _by(lambda lines: lines),
        (_stream, 'sorted'): _by(sorted),
        (_stream, 'per-task'): _by(_per_task),
        (_stream, 'happens-before'): lambda rule, one, other: _happens_before(rule, one) + _happens_before(rule, other),
    })
