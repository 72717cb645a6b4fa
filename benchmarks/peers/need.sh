# Read by the build.sh of each peer: says what is missing and how to get it, as the driver shows it, and ends with 5.
need() { # need WHAT HOW
    printf '%s; %s\n' "$1" "$2" >&2
    exit 5
}
out=${1:?usage: build.sh OUTPUT_FOLDER}
mkdir -p "$out"
out=$(cd "$out" && pwd)
cd "$(dirname "$0")"
