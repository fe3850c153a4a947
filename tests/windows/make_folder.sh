#!/bin/sh
# make_folder.sh CHECKOUT FOLDER: a Windows Python in FOLDER/python, with the wheels of our locks and those of the
# tests, to be run under Wine. No package is made here (./start package windows does): it is the bench of the tests.
# Needs: wine, gcc-mingw-w64-x86-64, unzip, pip, the standard library of Python 3.13 (libpython3.13-stdlib).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
locks=$(cd "$1" && pwd)/resources/packaging/lock
mkdir -p "$2"
out=$(cd "$2" && pwd)
py=$out/python
got=$out/downloads
rm -rf "$py"
mkdir -p "$py/DLLs" "$got"

wheels() {  # of this system and of this Python, whatever runs pip
    python3 -m pip "$@" --quiet --disable-pip-version-check --platform win_amd64 --python-version 3.13 \
        --implementation cp --only-binary=:all: --no-deps 2> "$got/pip.log" || { cat "$got/pip.log" >&2; exit 1; }
}

# The interpreter: the official files for Windows, as the wheel of panda3d carries them.
wheels download panda3d==1.10.16 -d "$got"
unzip -q -o "$got"/panda3d-*cp313*.whl 'deploy_libs/*' -d "$got"
rm -f "$got"/deploy_libs/*cp313t* "$got"/deploy_libs/t[ck][lk]86t.dll "$got"/deploy_libs/_tkinter.pyd \
    "$got"/deploy_libs/_ctypes_test.pyd "$got"/deploy_libs/api-ms-win-*
mv "$got"/deploy_libs/*.pyd "$py/DLLs/"
mv "$got"/deploy_libs/*.dll "$py/"

# The standard library: pure Python, the same on every system.
stdlib=/usr/lib/python3.13
if ! [ -f "$stdlib/os.py" ]; then
    (cd "$got" && apt-get download -qq libpython3.13-stdlib libpython3.13-minimal \
        && for one in *.deb; do dpkg -x "$one" deb; done)
    stdlib=$got/deb/usr/lib/python3.13
fi
cp -r "$stdlib" "$py/Lib"
rm -rf "$py/Lib/lib-dynload" "$py/Lib/EXTERNALLY-MANAGED" "$py/Lib/test" "$py/Lib/idlelib" "$py/Lib/tkinter"
find "$py/Lib" -name __pycache__ -type d -prune -exec rm -rf {} +

# python3.dll, from which wheels built for all versions import: each export forwarded; and a launcher.
x86_64-w64-mingw32-objdump -p "$py/python313.dll" \
    | awk '/Name Pointer\] Table/{f=1;next} f&&/\[ *[0-9]+\]/{print $NF}' | sort -u > "$got/exports"
{ echo 'LIBRARY python3.dll'; echo EXPORTS; sed 's/.*/&=python313.&/' "$got/exports"; } > "$got/python3.def"
echo 'int __stdcall Entry(void *a, unsigned b, void *c) { return 1; }' > "$got/entry.c"
x86_64-w64-mingw32-gcc -shared -nostdlib -o "$py/python3.dll" "$got/entry.c" "$got/python3.def" -Wl,-e,Entry
x86_64-w64-mingw32-gcc -municode -O2 -o "$py/python.exe" "$here/python.c"

# The wheels. Qt of the older lock: the newer asks for Windows' own icuuc.dll, which Wine lacks.
# A marker is judged by the system that installs: what Windows alone needs is named here.
site=$py/Lib/site-packages
for lock in qt-classic runtime test; do
    wheels install --target "$site" --require-hashes -r "$locks/$lock.txt"
done
for one in pywin32-ctypes colorama; do
    wheels install --target "$site" "$(sed -n "s/^\($one==[^ ;]*\).*/\1/p" "$locks/runtime.txt" "$locks/test.txt" | head -1)"
done
cp "$locks/runtime.txt" "$out/made-of.txt"
