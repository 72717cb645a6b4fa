#!/bin/sh
set -e
. "$(dirname "$0")/../need.sh"
command -v g++ >/dev/null || need "no g++ on PATH" "apt-get install g++"
echo '#include <boost/context/fiber.hpp>' | g++ -x c++ -fsyntax-only - 2>/dev/null || need "no boost.context" "apt-get install libboost-context-dev"
g++ -std=c++20 -O2 -w main.cpp -o "$out/peer" -lboost_context
