#!/usr/bin/env python3
"""Writes the version script of librustrt.so from the table of exported functions (docs/legacy/legacy-api.tsv):

  exports.py --api TSV --map OUT.map [--without-seams] [--and NAME...]

The API's symbols and the two that the router calls are exported, nothing else; without seams only the former, and with
names behind --and these. A symbol that no file defines is found by
tests/Compat.Tests (ExportedSymbolsTests).
"""
import argparse, csv, sys


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ('api', 'map'):
        parser.add_argument('--' + name, required=True)
    parser.add_argument('--without-seams', action='store_true')
    parser.add_argument('--and', nargs='+', default=[], dest='more')
    a = parser.parse_args()
    with open(a.api, newline='') as f:
        api = {row['symbol'] for row in csv.DictReader(f, delimiter='\t', quoting=csv.QUOTE_NONE)}
    if len(api) != 190:
        sys.exit(f'{a.api}: {len(api)} symbols where the API has 190')
    with open(a.map, 'w') as out:
        out.write('{\n  global:\n')
        for symbol in sorted(api) + ([] if a.without_seams else ['rustrt_legacy_bind', 'rustrt_legacy_use']) + a.more:
            out.write(f'    {symbol};\n')
        out.write('  local: *;\n};\n')


main()
