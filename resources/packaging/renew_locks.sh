#!/bin/sh
# Renews the locks from pyproject.toml, then checks that a wheel exists for every system we serve.
# Called by `./start lock`. Needs uv and the network; nothing else in the project does.
#
#   runtime.txt      what the program needs, Qt left out
#   qt.txt           Qt as published today; Linux x86-64 wheels need SSE4.2 and glibc 2.34
#   qt-classic.txt   the last Qt without these two needs; it needs Python < 3.14
#   test.txt         what the tests need besides
#
# They are installed together (runtime + one Qt + test when testing), so test.txt is resolved
# under the versions of runtime.txt.
set -eu
cd "$(dirname "$0")/../.."
locks=resources/packaging/lock
QT_CLASSIC=6.9.3

export UV_NO_CONFIG=1
lock() {  # lock OUTPUT ARGUMENTS…: one universal lock, wheels only
    output=$1; shift
    echo "… $output"
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-build \
        --no-annotate --no-emit-index-url --no-emit-find-links \
        --custom-compile-command './start lock' --output-file "$locks/$output" "$@"
}
wheels() {  # wheels PYTHON PLATFORM LOCKS…: does every package have a wheel there?
    python=$1 platform=$2; shift 2
    for name in "$@"; do set -- "$@" --requirements "$locks/$name"; shift; done
    uv pip install --quiet --dry-run --require-hashes --no-build --target "$scratch/none" \
        --python-version "$python" --python-platform "$platform" "$@"
    echo "  Python $python, $platform : tous les paquets existent"
}

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
qt=$(sed -n 's/^ *"\(PySide6-Essentials[^"]*\)".*/\1/p' pyproject.toml)
sed -n '/^test = \[/,/^\]/ s/^ *"\([^"]*\)".*/\1/p' pyproject.toml > "$scratch/test.in"
echo "$qt" > "$scratch/qt.in"
{ echo "$qt"; echo "PySide6-Essentials==$QT_CLASSIC"; } > "$scratch/classic.in"

lock runtime.txt pyproject.toml --no-emit-package pyside6-essentials --no-emit-package shiboken6 "$@"
lock qt.txt "$scratch/qt.in" "$@"
lock qt-classic.txt "$scratch/classic.in"
lock test.txt "$scratch/test.in" --constraint "$locks/runtime.txt" "$@"

for python in 3.11 3.12 3.13 3.14; do
    for platform in x86_64-manylinux_2_34 aarch64-manylinux_2_39 x86_64-pc-windows-msvc; do
        wheels "$python" "$platform" runtime.txt qt.txt test.txt
    done
done
for python in 3.11 3.12 3.13; do
    wheels "$python" x86_64-manylinux_2_28 runtime.txt qt-classic.txt test.txt
done
