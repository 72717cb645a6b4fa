#!/bin/sh
set -e
. "$(dirname "$0")/../need.sh"
# Debian's packages of one version are not on PATH.
for go in $(command -v go) $(ls -d /usr/lib/go-*/bin/go 2>/dev/null | sort -rV); do
    [ -x "$go" ] && break
done
[ -n "$go" ] || need "no Go (1.19 or newer)" "apt-get install golang-go, or golang-1.23-go of bookworm-backports"
GOTOOLCHAIN=local GOPROXY=off GOCACHE=$out/cache "$go" build -o "$out/peer" .
