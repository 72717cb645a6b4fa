#!/usr/bin/env python3
"""The noise floor: runs scenarios many times on one library and compares each run with the first.

usage: floor.py --lib DIR [--callers DIR] [--runs N] [--threads N] [--env NAME=VALUE]... [--reference DIR] [SCENARIO...]

A scenario is invalid when the legacy library disagrees with itself under the scenario's own comparison, or with the exit
status or order that the scenario declares. Exit status 1 then, with the first differences. With --reference, runs are
compared with one on that library instead (without --env), which makes this a small parity run.
"""
import argparse
import sys
from pathlib import Path

from scenario import ROOT, differences, load_all, run, violations


def main():
    parser = argparse.ArgumentParser(description='Runs scenarios many times on one library and compares each run with the first.')
    parser.add_argument('--lib', required=True, metavar='DIR', type=Path, help='folder of the librustrt.so')
    parser.add_argument('--callers', metavar='DIR', type=Path, default=ROOT / 'artifacts/callers')
    parser.add_argument('--runs', metavar='N', type=int, default=30, help='runs of each (default 30)')
    parser.add_argument('--threads', metavar='N', type=int, help='only with this RUST_THREADS')
    parser.add_argument('--env', metavar='NAME=VALUE', action='append', default=[], help='set beside the scenario\'s own')
    parser.add_argument('--reference', metavar='DIR', type=Path, help='folder of the librustrt.so to compare with')
    parser.add_argument('scenarios', nargs='*')
    arguments = parser.parse_args()
    invalid = total = 0
    for scenario in load_all(arguments.scenarios):
        switched = dict(scenario, environment=scenario.get('environment', {}) | dict(p.split('=', 1) for p in arguments.env))
        for threads in scenario['threads']:
            if arguments.threads not in (None, threads):
                continue
            total += 1
            runs = [run(switched, threads, arguments.lib.resolve(), arguments.callers) for _ in range(arguments.runs)]
            first = run(scenario, threads, arguments.reference.resolve(), arguments.callers) if arguments.reference else runs[0]
            found = {}
            for i, each in enumerate(runs):
                for fault in violations(scenario, threads, each) + differences(scenario, threads, first, each):
                    found.setdefault(fault, []).append(i)
            if found:
                invalid += 1
                bad = len({i for where in found.values() for i in where})
                print(f'{scenario["name"]}, {threads} threads: {bad} of {len(runs)} runs', flush=True)
                for fault in list(found)[:4]:
                    print(f'    {fault}')
                if runs[0].exit != scenario['exit']:
                    print('    stderr: ' + runs[0].stderr[-300:].replace('\n', '\n            '))
    print(f'{total - invalid} of {total} scenario settings hold in {arguments.runs} runs')
    sys.exit(1 if invalid or not total else 0)


main()
