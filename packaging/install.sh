#!/bin/sh
# Installs keepmum's native program for this account:
#
#   sh install.sh [--version VERSION] [--from URL-OR-FOLDER] [--to FOLDER]
#
# --from is where the release's archives and SHA256SUMS lie; --to (~/.local by default) gets
# share/keepmum and bin/keepmum. Nothing is installed unless the archive's checksum is the one in
# SHA256SUMS, and an installation is put in place whole or not at all. To know who made SHA256SUMS,
# verify its attestation: gh attestation verify SHA256SUMS --repo keepmum/keepmum
set -eu

stop() {
  printf 'install.sh: %s\n' "$1" >&2
  exit 1
}

version='' from='' to=''
while [ $# -gt 0 ]; do
  [ $# -ge 2 ] || stop "$1 needs a value"
  case $1 in
    --version) version=$2 ;;
    --from) from=$2 ;;
    --to) to=$2 ;;
    *) stop "there is no option $1" ;;
  esac
  shift 2
done
case $version in
  *[!0-9A-Za-z.-]* | '') stop 'name the release: --version VERSION' ;;
esac
[ -n "$from" ] || from=https://github.com/keepmum/keepmum/releases/download/v$version
[ -n "$to" ] || to=${HOME:?}/.local

case $(uname -s) in
  Linux) system=linux ;;
  Darwin) system=macos ;;
  *) stop "there is no program for $(uname -s)" ;;
esac
case $(uname -m) in
  x86_64 | amd64) machine=x64 ;;
  aarch64 | arm64) machine=arm64 ;;
  *) stop "there is no program for $(uname -m)" ;;
esac
name=keepmum-$version-$system-$machine

mkdir -p "$to/share" "$to/bin"
work=$(mktemp -d "$to/share/.keepmum.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# fetch FILE: into the work folder.
fetch() {
  case $from in
    http://127.0.0.1:* | http://localhost:* | https://*)
      if command -v curl >/dev/null; then
        curl -fsSL --retry 2 -o "$work/$1" "$from/$1"
      else
        wget -q -O "$work/$1" "$from/$1"
      fi
      ;;
    *://*) stop "$from is not fetched safely: use https" ;;
    *) cp "$from/$1" "$work/$1" ;;
  esac || stop "$1 cannot be fetched from $from"
}

fetch SHA256SUMS
fetch "$name.tar.gz"
expected=$(awk -v name="$name.tar.gz" '{ sub(/^\*/, "", $2) } $2 == name { print $1 }' "$work/SHA256SUMS")
[ -n "$expected" ] || stop "SHA256SUMS does not name $name.tar.gz"
if command -v sha256sum >/dev/null; then
  actual=$(sha256sum "$work/$name.tar.gz")
else
  actual=$(shasum -a 256 "$work/$name.tar.gz")
fi
[ "${actual%% *}" = "$expected" ] || stop "$name.tar.gz is not what SHA256SUMS says; nothing was installed"

tar -xzf "$work/$name.tar.gz" -C "$work"
[ -x "$work/$name/hooks/keepmum-native" ] || stop "$name.tar.gz holds no program"
"$work/$name/hooks/keepmum-native" --version >/dev/null || stop 'the program does not start here'
if [ -e "$to/share/keepmum" ]; then
  mv "$to/share/keepmum" "$work/before"
fi
mv "$work/$name" "$to/share/keepmum"
ln -sf ../share/keepmum/hooks/keepmum-native "$to/bin/keepmum"
printf 'keepmum %s is at %s. Register it: %s init\n' "$version" "$to/bin/keepmum" "$to/bin/keepmum"
