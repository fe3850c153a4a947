#!/bin/sh
# Papier libre from this folder, wherever it is: a disk, a stick, one that nothing may write on.
# Where files cannot be marked as programs (a stick in FAT): sh papier-libre.sh
here=$(dirname -- "$(readlink -f -- "$0")")
python=$here/python/bin/python3.11
loader=/lib64/ld-linux-x86-64.so.2

stop() { printf '%s\n' "$@" >&2; exit 1; }

[ -e "$python" ] || stop "Il manque une partie de Papier libre dans « $here »." \
    "Décompressez à nouveau le fichier que vous avez reçu."
[ -x "$loader" ] || stop "Ce Papier libre est fait pour Linux en 64 bits (x86-64), avec glibc." \
    "Cet ordinateur n’en est pas un."
case $(getconf GNU_LIBC_VERSION 2> /dev/null) in
    "glibc 2."[0-9] | "glibc 2."[12][0-9] | "glibc 2.3"[0-5])
        stop "Ce système est trop ancien : il faut Debian 12, Ubuntu 24.04, ou plus récent." ;;
esac
# The modes are looked at too: some file systems of sticks tell the system that all may be run.
if [ -x "$python" ]; then
    case $(ls -lLn -- "$python") in -??x*) exec "$python" -I -m desktop_app "$@" ;; esac
fi
# Not marked as a program, or on a stick that refuses programs: the system's loader starts the
# former all the same, and says of the latter that it cannot.
"$loader" --verify "$python" 2> /dev/null ||
    stop "Cet ordinateur ne laisse démarrer aucun programme depuis cette clé (« noexec »)." \
        "Copiez le dossier « $here » sur l’ordinateur, puis lancez-le de là."
exec "$loader" --argv0 "$python" "$python" -I -m desktop_app "$@"
