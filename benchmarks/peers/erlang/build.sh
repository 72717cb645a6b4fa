#!/bin/sh
set -e
. "$(dirname "$0")/../need.sh"
command -v erlc >/dev/null || need "no Erlang on PATH" "apt-get install erlang-base"
erlc -o "$out" greenbench.erl
cat >"$out/peer" <<'PEER'
#!/bin/sh
# The virtual machine takes the number of its schedulers before the program does.
threads=1
for word in "$@"; do
    case $word in threads=*) threads=${word#threads=} ;; esac
done
workload=$1
shift
ERL_CRASH_DUMP=/dev/null exec erl +S "$threads:$threads" +P 4000000 +sbwt none -noshell -noinput -pa "$(dirname "$0")" -run greenbench main "$workload" "$@"
PEER
chmod +x "$out/peer"
