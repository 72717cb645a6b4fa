#!/usr/bin/env bash
# build.sh PACKAGES [OUT]: builds the router libz.so.1 and its C# backend libz_new.so into OUT (default: out beside this file).
# PACKAGES is the folder with the packages Rustrt.Bindgen and Rustrt.Bindgen.Runtime.
set -euo pipefail
packages=$(realpath "${1:?usage: build.sh PACKAGES [OUT]}")
out=$(realpath -m "${2:-$(dirname "$0")/out}")
export RestoreAdditionalProjectSources=$packages RestoreForce=true # MSBuild takes them for properties
cd "$(dirname "$0")"
dotnet tool update Rustrt.Bindgen --prerelease --allow-downgrade --tool-path obj/tools --add-source "$packages"
obj/tools/rustrt-bindgen --header zlib.h --define _LARGEFILE64_SOURCE=1 --library libz.so.1 --manifest manifest.json --out Generated
dotnet publish Zlib.Backend.csproj -c Release -o "$out"
runtime=$(dotnet msbuild Zlib.Backend.csproj -getProperty:PkgRustrt_Bindgen_Runtime)
cmake -S "$runtime/router" -B obj/router -DROUTER_GENERATED="$PWD/Generated/router" -DROUTER_OUTPUT="$out"
cmake --build obj/router
