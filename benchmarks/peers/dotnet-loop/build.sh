#!/bin/sh
set -e
. "$(dirname "$0")/../need.sh"
dotnet build dotnet-loop.csproj -c Release -o "$out/bin" -nologo -v quiet
ln -sf bin/dotnet-loop "$out/peer"
