#!/usr/bin/env bash
# Proves the promise that the two commands work on a bare Debian 12: makes one with debootstrap in a temporary
# directory, clones what is committed into it, and runs the commands there in a chroot. Needs root, the package
# debootstrap and 8 GiB of disk; takes some 20 minutes, so scripts/test leaves it out.
#
#   test/scripts/bare.sh                     runs scripts/demo, scripts/demo again and scripts/test
#   test/scripts/bare.sh scripts/setup ...   runs these instead, one after the other
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../../scripts/lib.sh"

[[ $(id -u) == 0 ]] || fail "a chroot needs root."
command -v debootstrap >/dev/null || fail "debootstrap is missing: apt-get install debootstrap"
[[ $# != 0 ]] || set -- scripts/demo scripts/demo scripts/test

bare=$(mktemp -d)
trap 'rm -rf --one-file-system "$bare"' EXIT

# The machine's own mirror: the first address in its apt sources, of either format.
mirror=$({ cat /etc/apt/sources.list /etc/apt/sources.list.d/*.{list,sources} 2>/dev/null || true; } |
  sed -nE -e 's/^URIs:[[:space:]]*([^[:space:]]+).*/\1/p' -e 's/^deb[[:space:]]+(\[[^]]*\][[:space:]]+)?([^[:space:]]+).*/\2/p' |
  sed -n 1p)
[[ -n $mirror ]] || fail "the apt sources of this machine name no mirror."

copy_apt() {
  rm -f "$bare/etc/apt/sources.list"
  cp -a /etc/apt/sources.list.d /etc/apt/trusted.gpg.d /etc/apt/keyrings "$bare/etc/apt/"
  [[ ! -e /etc/apt/sources.list ]] || cp /etc/apt/sources.list "$bare/etc/apt/"
  cp /etc/apt/apt.conf.d/99* "$bare/etc/apt/apt.conf.d/" 2>/dev/null || true
  cp /usr/share/keyrings/debian-archive-* "$bare/usr/share/keyrings/"
  cp -L /etc/resolv.conf /etc/hosts "$bare/etc/"
}

# inside COMMAND...: runs in the chroot, in the clone, with nothing of this machine's environment. The mounts are
# this process's own and end with it, so that removing the directory cannot reach the machine's /dev.
inside() {
  unshare --mount --propagation private bash -c '
    mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" && mount -t tmpfs tmpfs "$0/tmp" || exit 1
    exec chroot "$0" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM=dumb CI=true \
      bash -c '\''cd /src && exec bash "$@"'\'' bash "$@"' "$bare" "$@" </dev/null
}

step "making a bare Debian 12" debootstrap --variant=minbase bookworm "$bare" "$mirror"
copy_apt
git clone --quiet --no-local "$ROOT" "$bare/src"
for command; do step "bare: $command" inside "$command"; done
say "the bare machine kept the promise, with $(du -sh --one-file-system "$bare" | cut -f1) on disk"
