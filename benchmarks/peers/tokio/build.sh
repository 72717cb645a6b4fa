#!/bin/sh
set -e
. "$(dirname "$0")/../need.sh"
command -v cargo >/dev/null || need "no cargo on PATH" "apt-get install cargo"
ls -d /usr/share/cargo/registry/tokio-1.* >/dev/null 2>&1 || need "no tokio among Debian's Rust sources" "apt-get install librust-tokio-dev"
# Debian's sources are the registry: nothing is downloaded, and everybody measures the same version.
cargo build --release --offline --target-dir "$out/target" \
    --config 'source.crates-io.replace-with="debian"' --config 'source.debian.directory="/usr/share/cargo/registry"'
cp "$out/target/release/tokiopeer" "$out/peer"
