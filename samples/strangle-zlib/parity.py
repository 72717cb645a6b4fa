"""parity.py OUT: the same calls of the library in OUT in both settings, in a process each; says where they differ."""
import ctypes, os, random, subprocess, sys, zlib

def record():
    library = ctypes.CDLL("libz.so.1")
    u64, u32, i64, text, size = ctypes.c_ulong, ctypes.c_uint, ctypes.c_long, ctypes.c_char_p, ctypes.c_size_t
    def call(name, types, *values):
        function = library[name]
        function.restype, function.argtypes = u64, types
        print(name, *(len(v) if isinstance(v, bytes) else v for v in values), "=", function(*values))
    rng = random.Random(1)
    for length in [0, 1, 2, 15, 16, 17, 5551, 5552, 5553, 70000, *(rng.randrange(4096) for _ in range(200))]:
        data = rng.randbytes(length)
        for name, sum in ("adler32", zlib.adler32), ("crc32", zlib.crc32):
            start, end = sum(rng.randbytes(9)), sum(data)
            call(name, [u64, text, u32], start, data, length)
            call(name, [u64, text, u32], start, None, 9)
            call(name + "_z", [u64, text, size], start, data, length)
            for suffix in "_combine", "_combine64":
                call(name + suffix, [u64, u64, i64], start, end, length * 1000003)
                call(suffix.replace("_combine", "crc32_combine_gen"), [i64], length * 1000003)
        call("crc32_combine_op", [u64, u64, u64], start, end, rng.getrandbits(32))
    call("adler32_combine", [u64, u64, i64], 1, 1, -1)

def run(out, setting):
    environment = dict(os.environ, LD_LIBRARY_PATH=out, ZLIB_SWITCH=setting)
    return subprocess.run([sys.executable, __file__], env=environment, check=True, stdout=-1, text=True).stdout.splitlines()

if len(sys.argv) == 1:
    sys.exit(record())
legacy, new = (run(sys.argv[1], setting) for setting in ("all=legacy", "all=legacy;checksums=new"))
different = [f"legacy: {a}\nnew:    {b}" for a, b in zip(legacy, new, strict=True) if a != b]
print(*different, f"{len(legacy)} calls, {len(different)} differ", sep="\n")
sys.exit(bool(different))
