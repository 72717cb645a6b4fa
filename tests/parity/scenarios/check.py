#!/usr/bin/env python3
"""Checks that every scenario here is well-formed: against scenario.schema.json, and beyond what a schema can say.

usage: check.py [--callers DIR]   with DIR, each scenario's program must be there
Exit status 1 when something is wrong, with a line for each fault. Needs nothing but Python.
"""
import argparse
import json
import re
import sys

from scenario import HERE, ROOT

TYPES = {'object': dict, 'array': list, 'string': str, 'integer': int}


def faults(value, schema, root, place):
    """The part of JSON Schema that scenario.schema.json uses; an unknown keyword is an error of the schema's."""
    known = {'$schema', '$defs', '$ref', 'title', 'description', 'default', 'type', 'additionalProperties', 'required',
             'properties', 'propertyNames', 'pattern', 'minLength', 'items', 'minItems', 'uniqueItems', 'minimum', 'maximum',
             'enum', 'const', 'oneOf'}
    if unknown := set(schema) - known:
        raise SystemExit(f'scenario.schema.json uses {sorted(unknown)}, which check.py does not know')
    if '$ref' in schema:
        target = root
        for part in schema['$ref'].removeprefix('#/').split('/'):
            target = target[part]
        yield from faults(value, target, root, place)
        return
    if 'type' in schema and (not isinstance(value, TYPES[schema['type']]) or isinstance(value, bool)):
        yield f'{place}: expected {schema["type"]}, found {json.dumps(value)}'
        return
    if 'const' in schema and value != schema['const']:
        yield f'{place}: expected {json.dumps(schema["const"])}, found {json.dumps(value)}'
    if 'enum' in schema and value not in schema['enum']:
        yield f'{place}: expected one of {", ".join(map(str, schema["enum"]))}, found {json.dumps(value)}'
    if 'oneOf' in schema:
        tries = [list(faults(value, each, root, place)) for each in schema['oneOf']]
        if sum(not t for t in tries) != 1:
            yield min(tries, key=len)[0] if all(tries) else f'{place}: fits several forms'
    if isinstance(value, str):
        if 'pattern' in schema and not re.search(schema['pattern'], value):
            yield f'{place}: {json.dumps(value)} does not match {schema["pattern"]}'
        if len(value) < schema.get('minLength', 0):
            yield f'{place}: {json.dumps(value)} is shorter than {schema["minLength"]} characters'
    if isinstance(value, int):
        if not schema.get('minimum', value) <= value <= schema.get('maximum', value):
            yield f'{place}: {value} is out of range'
    if isinstance(value, list):
        if len(value) < schema.get('minItems', 0):
            yield f'{place}: at least {schema["minItems"]} expected'
        if schema.get('uniqueItems') and len({json.dumps(v) for v in value}) != len(value):
            yield f'{place}: something is there twice'
        for i, item in enumerate(value):
            yield from faults(item, schema.get('items', {}), root, f'{place}[{i}]')
    if isinstance(value, dict):
        properties = schema.get('properties', {})
        for key in schema.get('required', []):
            if key not in value:
                yield f'{place}: "{key}" is missing'
        for key, item in value.items():
            if key in properties:
                yield from faults(item, properties[key], root, f'{place}.{key}')
            elif isinstance(schema.get('additionalProperties'), dict):
                yield from faults(item, schema['additionalProperties'], root, f'{place}.{key}')
                yield from faults(key, schema.get('propertyNames', {}), root, f'{place}: name')
            elif schema.get('additionalProperties') is False:
                yield f'{place}: "{key}" is not a word of scenarios; known: {", ".join(sorted(properties))}'


def faults_beyond_the_schema(scenario, name, services, callers):
    if scenario['name'] != name:
        yield f'name: "{scenario["name"]}" stands in the file {name}.json'
    for service in scenario['services']:
        if service not in services:
            yield f'services: "{service}" is not in the catalogue; known: {", ".join(sorted(services))}'
    for rule in scenario['compare']:
        for threads in set(rule.get('threads', [])) - set(scenario['threads']):
            yield f'compare: a rule for {threads} threads, with which the scenario is not run'
        for pair in rule.get('pairs', []):
            try:
                groups = re.compile(pair['before']).groups
                re.compile(re.sub(r'\{\d\}', 'x', pair['after']))
            except re.error as e:
                yield f'compare: {json.dumps(pair)}: {e}'
                continue
            for n in re.findall(r'\{(\d)\}', pair['after']):
                if int(n) > groups:
                    yield f'compare: {{{n}}} in {pair["after"]}, but {pair["before"]} has {groups} groups'
    if {'what': 'exit'} not in scenario['compare']:
        yield 'compare: the exit status is not compared'
    if callers and not (callers / scenario['program']).exists():
        yield f'program: there is no {callers / scenario["program"]}'


def main():
    parser = argparse.ArgumentParser(description='Checks that every scenario here is well-formed.')
    parser.add_argument('--callers', metavar='DIR', type=lambda text: ROOT / text, help='folder of the built callers')
    arguments = parser.parse_args()
    schema = json.loads((HERE / 'scenario.schema.json').read_text())
    catalogue = json.loads((ROOT / 'src/Compat/catalogue.json').read_text())
    services = {service for unit in catalogue['units'] for service in unit['services']}
    wrong = count = 0
    for file in sorted(HERE.glob('*.json')):
        if file.name == 'scenario.schema.json':
            continue
        count += 1
        try:
            scenario = json.loads(file.read_text())
            found = list(faults(scenario, schema, schema, 'scenario'))
            found = found or list(faults_beyond_the_schema(scenario, file.stem, services, arguments.callers))
        except json.JSONDecodeError as e:
            found = [str(e)]
        for fault in found:
            print(f'{file.name}: {fault}')
        wrong += bool(found)
    print(f'{count - wrong} of {count} scenarios are well-formed')
    sys.exit(1 if wrong or not count else 0)


main()
