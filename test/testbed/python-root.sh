#!/bin/sh
# python-root.sh ROOT WHEELS: lays a Debian's Python out as the official images do. A virtual environment at
# /usr/local gives pip the paths it has there.
set -eu
root=$1
mkdir -p "$root/opt/wheels"
cp "$2"/*.whl "$root/opt/wheels/"
printf '[global]\nno-index = true\nfind-links = /opt/wheels\n' >"$root/etc/pip.conf"
rm -f "$root/usr/lib/python3.11/EXTERNALLY-MANAGED"
chroot "$root" python3.11 -m venv --copies --system-site-packages /usr/local
site="$root/usr/local/lib/python3.11/site-packages"
rm -rf "$site"/setuptools* "$site"/pkg_resources "$site"/_distutils_hack "$site"/distutils-precedence.pth
rm -rf "$root"/usr/local/bin/[Aa]ctivate* "$root"/usr/share/python-wheels/*
ln -sf python3.11 "$root/usr/local/bin/python3"
ln -sf python3 "$root/usr/local/bin/python"
find "$root/usr" -name __pycache__ -prune -exec rm -rf {} +
[ -e "$root/usr/bin/git" ] || rm -rf "$root"/usr/share/perl "$root"/usr/lib/*-linux-gnu/perl
