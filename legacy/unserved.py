#!/usr/bin/env python3
"""Writes what follows from the table of exported functions (docs/legacy/legacy-api.tsv):

  unserved.py --api TSV --sources DIR --source OUT.cpp --map OUT.map

OUT.cpp holds one aborting function for each symbol that no file of DIR defines, and the list rustrt_legacy_unserved;
OUT.map is the version script: the API's symbols and the two that the router calls, nothing else.
"""
import argparse, csv, pathlib, re, sys


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ('api', 'sources', 'source', 'map'):
        parser.add_argument('--' + name, required=True)
    a = parser.parse_args()
    with open(a.api, newline='') as f:
        rows = list(csv.DictReader(f, delimiter='\t', quoting=csv.QUOTE_NONE))
    api = {row['symbol']: row['service'] for row in rows}
    if len(api) != 190:
        sys.exit(f'{a.api}: {len(api)} symbols where the API has 190')

    # A definition starts in the first column and opens its body; declarations end in a semicolon.
    defined = set()
    for path in pathlib.Path(a.sources).rglob('*.cpp'):
        for head in re.findall(r'^(?:[A-Za-z_][^;{}=]*?[\s*])(\w+)\([^;{}]*\)\s*\{', path.read_text(), re.M):
            defined.add(head)
    missing = [symbol for symbol in api if symbol not in defined]

    with open(a.source, 'w') as out:
        out.write('// Written by unserved.py: symbols of the API that this library does not serve yet.\n'
                  '#include <cstdio>\n#include <cstdlib>\n\nnamespace {\n\n'
                  '[[noreturn]] void refuse(const char *symbol, const char *service) {\n'
                  '    fprintf(stderr, "not migrated yet: %s (%s)\\n", symbol, service);\n    abort();\n}\n\n'
                  '} // namespace\n\nextern "C" {\n')
        for symbol in missing:
            out.write(f'void {symbol}() {{ refuse("{symbol}", "{api[symbol]}"); }}\n')
        out.write('}\n\nextern const char *const rustrt_legacy_unserved[];\n'
                  'const char *const rustrt_legacy_unserved[] = {\n')
        for symbol in missing:
            out.write(f'    "{symbol}",\n')
        out.write('    nullptr};\n')
    with open(a.map, 'w') as out:
        out.write('{\n  global:\n')
        for symbol in sorted(api) + ['rustrt_legacy_bind', 'rustrt_legacy_use']:
            out.write(f'    {symbol};\n')
        out.write('  local: *;\n};\n')


main()
