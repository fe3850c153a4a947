#!/bin/sh
# Tries the two commands of a newcomer in a bare Debian 13: git, python3 and python3-venv, no more.
#
#   sudo tests/packaging/bare_root.sh [FOLDER [COMMAND…]]
#
# FOLDER is made by debootstrap when it does not exist, and kept for the next try (about 0.5 GB,
# then 1 GB of components). Without COMMAND: a fresh clone, `./start test`, then `./start`.
# What this machine needs to reach Debian and PyPI (name servers, certificates, pip's settings) is
# lent to the bare root; nothing of it is written in the project.
set -eu
[ "$(id -u)" -eq 0 ] || { echo "needs root, for chroot" >&2; exit 77; }
command -v debootstrap > /dev/null || { echo "needs debootstrap" >&2; exit 77; }

project=$(cd "$(dirname "$0")/../.." && pwd)
bare=${1:-/var/tmp/papier-libre-bare}
[ $# -eq 0 ] || shift

if [ ! -e "$bare/etc/debian_version" ]; then
    debootstrap --variant=minbase --include=git,python3,python3-venv,ca-certificates trixie "$bare"
fi
cp /etc/resolv.conf "$bare/etc/"
cp /etc/ssl/certs/ca-certificates.crt "$bare/etc/ssl/certs/"
[ ! -e /etc/pip.conf ] || cp /etc/pip.conf "$bare/etc/"

if [ $# -eq 0 ]; then
    rm -rf "$bare/srv/papier-libre"
    git clone --quiet --no-hardlinks "$project" "$bare/srv/papier-libre"
    set -- sh -ec './start test; ./start'
fi

# A process space of its own: what is left running in it ends with it.
# shellcheck disable=SC2016  # expanded inside
exec unshare --mount --pid --fork sh -ec '
    bare=$1; shift
    mount --bind "$bare" "$bare"  # a root that is a mount point lets the tests mount too
    mount -t proc proc "$bare/proc"
    mount --rbind /dev "$bare/dev"
    exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/var/tmp LANG=C.UTF-8 TERM="${TERM:-dumb}" \
        SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt PIP_CERT=/etc/ssl/certs/ca-certificates.crt \
        chroot "$bare" sh -ec "cd /srv/papier-libre && exec \"\$@\"" sh "$@"
' sh "$bare" "$@"
