#!/bin/sh
set -e
. "$(dirname "$0")/../need.sh"
command -v g++ >/dev/null || need "no g++ on PATH" "apt-get install g++"
g++ -std=c++20 -O2 -w main.cpp -o "$out/peer"
