#!/usr/bin/env python3
"""Runs the switch on every vector of vectors.json and compares all that it says.

usage: run_vectors.py SWITCH_CHECK [VECTOR NAME]...

SWITCH_CHECK is the program made from switch_check.c. Each vector gets a fresh folder with program/ (where the program
is taken to be) and work/ (the working folder). README.md describes the fields. Beside the vectors it checks that
docs/switch.md lists every message that was seen and no other, and that src/Compat/catalogue.json works with the switch.
"""
import concurrent.futures, json, os, re, socket, stat, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
FIELDS = {'name', 'catalogue', 'env', 'files', 'facts', 'cannot', 'source', 'units', 'backends', 'missing', 'fell_back',
          'log', 'exit', 'error', 'error_has'}


def text_bytes(value):
    """Text as in a vector: a string, {"hex": DIGITS} or {"repeat": [TEXT, TIMES], "then": TEXT}."""
    if isinstance(value, str):
        return value.encode()
    if 'hex' in value:
        return bytes.fromhex(value['hex'])
    text, times = value['repeat']
    return (text * times + value.get('then', '')).encode()


def make_file(path, content):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    if isinstance(content, dict) and 'link' in content:
        os.symlink(content['link'], path)
    elif isinstance(content, dict) and 'folder' in content:
        os.mkdir(path)
    elif isinstance(content, dict) and 'pipe' in content:
        os.mkfifo(path)
    elif isinstance(content, dict) and 'socket' in content:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path)
    else:
        with open(path, 'wb') as file:
            file.write(text_bytes(content))


def write_catalogue(path, catalogue):
    with open(path, 'w') as file:
        file.write(f"prefix {catalogue['prefix']}\nlibrary {catalogue['library']}\n")
        for unit in catalogue['units']:
            file.write(' '.join(['unit', unit['name'], *unit['services']]) + '\n')
        for unit in catalogue['units']:
            for need in unit.get('needs', []):
                file.write(f"need {unit['name']} {need['unit']} {need['reason']}\n")


def run(program, folder, catalogue, env, facts):
    """Exit status, stdout and stderr of the program, whose own folder and working folder are below folder."""
    os.makedirs(os.path.join(folder, 'program'), exist_ok=True)
    os.makedirs(os.path.join(folder, 'work'), exist_ok=True)
    listing = os.path.join(folder, 'catalogue')
    write_catalogue(listing, catalogue)
    kept = {key: value for key, value in os.environb.items() if key in (b'ASAN_OPTIONS', b'UBSAN_OPTIONS', b'PATH')}
    done = subprocess.run([program, listing, 'folder=' + os.path.join(folder, 'program'), *facts], env={**kept, **env},
                          cwd=os.path.join(folder, 'work'), capture_output=True, timeout=60)
    return done.returncode, done.stdout.decode(), done.stderr.decode(errors='surrogateescape')


def per_unit(catalogue, values):
    unknown = set(values) - {'*'} - {unit['name'] for unit in catalogue['units']}
    if unknown:
        raise ValueError(f'vector names units that its catalogue has not: {unknown}')
    return {unit['name']: values.get(unit['name'], values.get('*')) for unit in catalogue['units']}


def expected_output(vector, catalogue, expand):
    order = per_unit(catalogue, vector['units'])
    first = {name: value.split(',')[0] for name, value in order.items()}
    backends = per_unit(catalogue, vector['backends']) if 'backends' in vector else first
    lines = ['source ' + expand(vector['source']), 'missing ' + vector.get('missing', 'refuse'),
             'fell-back ' + ('yes' if vector.get('fell_back') else 'no')]
    lines += [f'unit {name} {order[name]} {backends[name]}' for name in order]
    return '\n'.join(lines) + '\n'


class Vectors:
    def __init__(self, program):
        self.program = os.path.abspath(program)
        with open(os.path.join(HERE, 'vectors.json'), encoding='utf-8') as file:
            self.data = json.load(file)
        self.messages = set()
        self.passed = self.failed = 0

    def check(self, name, problem):
        if problem:
            self.failed += 1
            print(f'FAIL {name}: {problem[:1500]}')
        else:
            self.passed += 1

    def problem(self, vector):
        unknown = set(vector) - FIELDS
        if unknown:
            return f'unknown fields {sorted(unknown)}'
        catalogue = self.data['catalogues'][vector.get('catalogue', 'rustrt')]
        with tempfile.TemporaryDirectory(prefix='switch-') as folder:
            def expand(text):
                for word, meaning in self.data['words'].items():
                    text = text.replace(word, meaning)
                return text.replace('{folder}', folder)
            for path, content in vector.get('files', {}).items():
                make_file(os.path.join(folder, path), content)
            env = {name.encode(): text_bytes(value).replace(b'{folder}', folder.encode())
                   for name, value in vector.get('env', {}).items()}
            facts = [expand(fact) for fact in vector.get('facts', [])]
            facts += [f'cannot-load={backend}:{why}' for backend, why in vector.get('cannot', {}).items()]
            status, output, errors = run(self.program, folder, catalogue, env, facts)
            return self.compare(vector, catalogue, expand, status, output, errors)

    def compare(self, vector, catalogue, expand, status, output, errors):
        start = catalogue['prefix'].lower() + '-switch: '
        lines = errors.splitlines()
        stray = [line for line in lines if not line.startswith(start)]
        if stray:
            return f'stray line on stderr: {stray[0]!r} (exit status {status})'
        lines = [line[len(start):] for line in lines]
        self.messages.update(lines)
        if status != vector.get('exit', 0):
            return f"exit status {status} instead of {vector.get('exit', 0)}; stderr {lines}"
        expected = [expand(line) for line in vector.get('log', [])]
        if 'exit' in vector:
            if output:
                return f'an error, but output {output!r}'
            if 'error_has' in vector:
                if len(lines) != len(expected) + 1:
                    return f'{len(lines)} lines on stderr: {lines}'
                missing = [part for part in vector['error_has'] if expand(part) not in lines[-1]]
                return f'no {missing[0]!r} in {lines[-1]!r}' if missing else None
            expected.append(expand(vector['error']))
        elif output != expected_output(vector, catalogue, expand):
            return f'decided\n{output}instead of\n{expected_output(vector, catalogue, expand)}'
        return f'stderr {lines}\n instead of {expected}' if lines != expected else None


def documented_messages():
    """The messages of docs/switch.md: code at the start of the rows of its message tables, as (text, pattern)."""
    with open(os.path.join(ROOT, 'docs', 'switch.md'), encoding='utf-8') as file:
        section = file.read().split('\n## Messages\n')[1].split('\n## ')[0]
    for text in re.findall(r'^\| `([^`]+)` \|', section, re.M):
        text = text.replace('\\|', '|')
        pattern = ''
        for part in re.split(r'(<[^<>]+>|\{[^{}]*\})', text):
            if part.startswith('<'):
                pattern += '.*'
            elif part.startswith('{'):
                pattern += '(' + '.*'.join(re.escape(p) for p in re.split(r'<[^<>]+>', part[1:-1])) + ')?'
            else:
                pattern += re.escape(part)
        yield text, re.compile(pattern + r'\Z', re.S)


def check_messages(vectors):
    documented = list(documented_messages())
    for text, pattern in documented:
        seen = any(pattern.match(line) for line in vectors.messages)
        vectors.check(f'docs/switch.md: {text}', None if seen else 'no vector shows this message')
    unknown = [line for line in sorted(vectors.messages) if not any(pattern.match(line) for _, pattern in documented)]
    vectors.check('docs/switch.md lists every message', f'not listed: {unknown[:3]}' if unknown else None)


def check_exit_codes(vectors):
    with open(os.path.join(ROOT, 'src', 'Compat', 'Switch', 'switch_exit_codes.h'), encoding='utf-8') as file:
        codes = re.findall(r'SWITCH_EXIT_\w+ = ([1-9]\d*)', file.read())
    with open(os.path.join(ROOT, 'docs', 'switch.md'), encoding='utf-8') as file:
        listed = re.findall(r'^\| (\d+) \|', file.read().split('\n## Exit codes\n')[1].split('\n## ')[0], re.M)
    problem = None if sorted(codes) == sorted(listed) else f'{listed} instead of {codes}'
    vectors.check('docs/switch.md lists the exit codes', problem)


def check_catalogue(vectors):
    """The catalogue that ships: its words fit the language, and the switch knows every unit and service."""
    with open(os.path.join(ROOT, 'src', 'Compat', 'catalogue.json'), encoding='utf-8') as file:
        catalogue = json.load(file)
    units = {unit['name']: unit for unit in catalogue['units']}
    bound = {name for unit in units.values() for need in unit.get('needs', []) for name in (unit['name'], need['unit'])}
    words = list(units) + [service for unit in units.values() for service in unit['services']]
    taken = ('all', 'on-error', 'legacy', 'new')
    bad = [word for word in words if word in taken or not re.fullmatch('[a-z][a-z0-9-]*', word)]
    vectors.check('catalogue.json: words', f'cannot be words of the switch: {bad}' if bad else None)
    variable = catalogue['prefix'].encode() + b'_SWITCH'
    with tempfile.TemporaryDirectory(prefix='switch-') as folder:
        for name, unit in units.items():
            status, output, errors = run(vectors.program, folder, catalogue, {variable: f'{name}=new'.encode()}, [])
            wanted = 123 if name in bound else 0
            right = status == wanted and (wanted or f'unit {name} new new' in output)
            vectors.check(f'catalogue.json: unit {name}', None if right else f'exit status {status}, {errors}')
            for service in set(unit['services']) - set(units):
                status, _, errors = run(vectors.program, folder, catalogue, {variable: f'{service}=new'.encode()}, [])
                right = status == 120 and f"is a service of unit '{name}'" in errors
                problem = None if right else f'exit status {status}, {errors}'
                vectors.check(f'catalogue.json: service {service}', problem)


def check_widest_catalogue(vectors):
    """64 units with long names: an error lists them all behind the longest path; a notice is cut."""
    units = [{'name': f'unit-{"x" * 90}-{i}', 'services': ['s']} for i in range(64)]
    catalogue = {'prefix': 'P' * 32, 'library': 'libwide.so', 'units': units}
    with tempfile.TemporaryDirectory(prefix='switch-') as folder:
        path = folder + '/' + './' * 2000 + 'my.switch'
        with open(folder + '/my.switch', 'w') as file:
            file.write('all=new\n\nzebra=new')
        env = {b'P' * 32 + b'_SWITCH_FILE': path.encode()}
        status, _, errors = run(vectors.program, folder, catalogue, env, [])
        start = 'p' * 32 + f'-switch: {path}:3:1: '
        right = status == 120 and errors.startswith(start) and errors.endswith('-63, on-error\n')
        vectors.check('the widest catalogue: error', None if right else f'exit status {status}, {errors!r}')
        env = {b'P' * 32 + b'_SWITCH': b'all=new,legacy'}
        status, _, errors = run(vectors.program, folder, catalogue, env, ['cannot-load=new:gone'])
        right = status == 0 and 'gone; fell back to legacy for unit-x' in errors and errors.endswith('...\n')
        vectors.check('the widest catalogue: notice', None if right else f'exit status {status}, {errors!r}')


def check_privileged(vectors):
    """The real thing: a set-user-ID copy of the program looks at no variable."""
    with open(vectors.program, 'rb') as source:
        image = source.read()
    if os.geteuid() != 0 or b'__asan_init' in image:
        print('not run: a set-user-ID program (needs root, and no sanitizer: its leak checker may not look into one)')
        return
    with tempfile.TemporaryDirectory(prefix='switch-', dir=os.path.dirname(vectors.program)) as folder:
        os.chmod(folder, 0o755)
        program = os.path.join(folder, 'switch-check')
        with open(program, 'wb') as target:
            target.write(image)
        os.chown(program, 65534, 65534)
        os.chmod(program, 0o755 | stat.S_ISUID)
        catalogue = vectors.data['catalogues']['zlib']
        env = {b'ZLIB_SWITCH': b'zebra', b'ZLIB_SWITCH_TRACE': b'1'}
        status, output, errors = run(program, folder, catalogue, env, [])
        right = status == 0 and output.startswith('source default\n') and not errors
        vectors.check('a set-user-ID program', None if right else f'exit status {status}, {output!r}, {errors!r}')


def check_process(vectors):
    """Without replaced facts: the file beside the real program, found through a link to it as well."""
    with tempfile.TemporaryDirectory(prefix='switch-') as folder:
        program = os.path.join(folder, 'there', 'switch-check')
        os.mkdir(os.path.dirname(program))
        os.symlink(os.path.join(os.path.dirname(program), 'switch-check'), os.path.join(folder, 'link'))
        with open(vectors.program, 'rb') as source, open(program, 'wb') as target:
            target.write(source.read())
        os.chmod(program, 0o755)
        with open(os.path.join(folder, 'there', 'zlib.switch'), 'w') as file:
            file.write('all=new')
        listing = os.path.join(folder, 'catalogue')
        write_catalogue(listing, vectors.data['catalogues']['zlib'])
        for started in (program, os.path.join(folder, 'link')):
            done = subprocess.run([started, listing], env={}, cwd='/', capture_output=True, timeout=60)
            right = done.stdout.decode().startswith(f'source {os.path.realpath(folder)}/there/zlib.switch\n')
            vectors.check(f'file beside {os.path.relpath(started, folder)}', None if right else f'{done}')


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    vectors = Vectors(sys.argv[1])
    chosen = sys.argv[2:]
    wanted = [vector for vector in vectors.data['vectors'] if not chosen or vector['name'] in chosen]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for vector, problem in zip(wanted, pool.map(vectors.problem, wanted)):
            vectors.check(vector['name'], problem)
    if not chosen:
        names = [vector['name'] for vector in vectors.data['vectors']]
        vectors.check('names are unique', None if len(names) == len(set(names)) else 'a name is given twice')
        for check in (check_messages, check_exit_codes, check_catalogue, check_widest_catalogue, check_privileged,
                      check_process):
            check(vectors)
    print(f'{vectors.passed} passed, {vectors.failed} failed')
    return 1 if vectors.failed else 0


if __name__ == '__main__':
    sys.exit(main())
