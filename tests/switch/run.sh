#!/usr/bin/env bash
# Builds the switch and its tests, plain and under AddressSanitizer and UBSan, and runs everything.
#
#   usage: run.sh [--rounds N] [--seed N]     rounds of random settings per build (20000), and where they start
#
# The last line is "N passed, N failed"; exit status 1 if anything failed.
set -u
cd "$(dirname "$0")/../.."

rounds=20000
seed=$(date +%s)
while [ $# -gt 0 ]; do
    case "$1" in
        --rounds) rounds=${2:?--rounds needs a number}; shift 2 ;;
        --seed) seed=${2:?--seed needs a number}; shift 2 ;;
        *) sed -n '2,6s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
    esac
done

out=artifacts/tests/switch
warnings="-Wall -Wextra -Werror -Wshadow -Wconversion -Wstrict-prototypes"
declare -A sources=([fuzz]=tests/switch/random_setting.c)
passed=0
failed=0

# Runs a test whose last line is its count, shows its output without that line, and adds the count.
count() {
    local name=$1 output counted
    shift
    echo "== $name"
    output=$("$@" 2>&1)
    local status=$?
    counted=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' <<<"$output" | tail -n 1)
    grep -vE '^[0-9]+ passed, [0-9]+ failed$' <<<"$output"
    if [ -z "$counted" ] || { [ "$status" -ne 0 ] && [[ $counted == *' 0 failed' ]]; }; then
        echo "FAIL $name: ended with exit status $status${counted:+ although it counts $counted}"
        failed=$((failed + 1))
        return
    fi
    echo "   $counted"
    passed=$((passed + ${counted%% passed*}))
    counted=${counted#*, }
    failed=$((failed + ${counted%% failed*}))
}

build() {
    local folder=$1 program
    shift
    mkdir -p "$out/$folder"
    for program in check fuzz; do
        # shellcheck disable=SC2086 # the warnings are several words
        if ! gcc -std=c11 -g $warnings "$@" -Isrc/Compat/Switch -o "$out/$folder/switch-$program" \
                "tests/switch/switch_$program.c" ${sources[$program]-} src/Compat/Switch/*.c; then
            echo "FAIL $folder: switch-$program does not compile"
            echo "$passed passed, $((failed + 1)) failed"
            exit
        fi
    done
}

# One build and what is run on it; the last line is the count of both.
tests_of() {
    case $1 in
        plain) build plain -O2 ;;
        sanitized) build sanitized -O1 -fsanitize=address,undefined -fno-sanitize-recover=all ;;
    esac
    count "$1: vectors" python3 -B tests/switch/run_vectors.py "$out/$1/switch-check"
    count "$1: random settings" "$out/$1/switch-fuzz" "$seed" "$rounds"
    echo "$passed passed, $failed failed"
}

# Side by side: half of it is waiting.
mkdir -p "$out"
for folder in plain sanitized; do
    (tests_of "$folder") >"$out/$folder.log" 2>&1 &
done
wait
for folder in plain sanitized; do
    count "$folder" cat "$out/$folder.log"
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
