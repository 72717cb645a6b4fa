#!/bin/sh
set -e
. "$(dirname "$0")/../need.sh"
dotnet build dotnet.csproj -c Release -o "$out/bin" -nologo -v quiet
ln -sf bin/dotnet "$out/peer"
