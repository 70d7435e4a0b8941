#!/bin/bash
# Stand-ins for the images the challenge starts from, where no image registry can be reached: python:3.11,
# python:3.11-slim, redis:7-alpine and hello-world, made of Debian's packages and imported into the engine that
# DOCKER_HOST names. Where the registry answers, the real images are the ones to use.
#
#   base-images.sh CACHE    builds what CACHE/images lacks, imports what the engine lacks, prints the names imported
#
# As in the official images, Python is 3.11 under /usr/local with pip, and `pip install --prefix` and `--user` put
# packages where they do; the slim one is about 130 MB, the full one about 480 MB. Their pip has no index: it installs
# flask, redis, gunicorn and what those need from /opt/wheels, repacked from Debian's python3-* packages.
# redis:7-alpine is Debian with Redis 7.0. Needs root and apt.
set -euo pipefail

here=$(dirname "$(realpath "$0")") images=$(realpath -m "${1:?the cache folder}")/images
# shellcheck source=test/testbed/debian-packages.sh
. "$here/debian-packages.sh"

mkdir -p "$images"
exec 9>"$images/.lock"
flock -w 1200 9
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

WHEELS="python3-flask python3-werkzeug python3-jinja2 python3-markupsafe python3-itsdangerous python3-click
  python3-blinker python3-redis python3-gunicorn python3-packaging python3-async-timeout"
DEBIAN="ca-certificates,netbase,tzdata"
PYTHON="$DEBIAN,python3.11,python3.11-venv"
PYTHON_ENV='ENV PATH=/usr/local/bin:/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 PYTHON_VERSION=3.11.2'

# From trixie: bookworm's Flask is older than the one the challenge asks for.
make_wheels() {
  local tree
  [[ -e $images/wheels/done ]] && return
  unpack_debs trixie "$work/debs" "$WHEELS" apart >&2
  mkdir -p "$images/wheels"
  for tree in "$work"/debs/*; do python3 "$here/mkwheel.py" "$tree" "$images/wheels"; done
  touch "$images/wheels/done"
}

# root_file_system NAME PACKAGES HOOK: a minimal Debian with those packages and no manuals, as CACHE/images/NAME.tar.
root_file_system() {
  local name=$1 packages=$2 hook=$3
  # shellcheck disable=SC2016 # mmdebstrap gives its hooks the folder as $1
  mmdebstrap --quiet --variant=minbase --include="$packages" --aptopt='Apt::Install-Recommends "false"' \
    --dpkgopt=force-unsafe-io --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
    --dpkgopt='path-exclude=/usr/share/locale/*' --customize-hook="$hook" \
    --customize-hook='rm -rf "$1"/var/lib/apt/lists/* "$1"/var/cache/apt/* "$1"/var/log/*' \
    bookworm "$work/$name.tar" "$(debian_mirror)" >&2
  mv "$work/$name.tar" "$images/$name.tar"
}

hello() {
  unpack_debs bookworm "$work/busybox" busybox-static >&2
  tar -C "$work/busybox/bin" -cf "$images/hello.tar" busybox
}

# build NAME COMMAND...: runs in the background, so that the full image does not wait for the slim one.
builds=()
build() {
  local name=$1
  shift
  [[ -s $images/$name.tar ]] || { "$@" & builds+=($!); }
}

lacks() { ! docker image inspect "$1" >/dev/null 2>&1; }

# provide IMAGE NAME CHANGE...: imports CACHE/images/NAME.tar under the image's name.
provide() {
  local image=$1 name=$2 changes=() change
  shift 2
  lacks "$image" || return 0
  for change in "$@"; do changes+=(-c "$change"); done
  docker import "${changes[@]}" "$images/$name.tar" "$image" >/dev/null
  echo "$image"
}

if ! [[ -s $images/python-slim.tar && -s $images/python-full.tar && -s $images/redis.tar && -s $images/hello.tar ]]; then
  install_packages "mmdebstrap python3 ca-certificates" >&2
  make_wheels
  cp -r "$images/wheels" "$work/wheels"
fi
build python-full root_file_system python-full "$PYTHON,python3.11-dev,build-essential,git,curl,wget" \
  "$here/python-root.sh \"\$1\" $work/wheels"
build python-slim root_file_system python-slim "$PYTHON" "$here/python-root.sh \"\$1\" $work/wheels"
build redis root_file_system redis redis-server "$here/redis-root.sh \"\$1\""
build hello hello
for pid in "${builds[@]}"; do wait "$pid"; done

provide hello-world hello 'CMD ["/busybox","echo","Hello from Docker!"]'
provide python:3.11-slim python-slim "$PYTHON_ENV" 'CMD ["python3"]'
provide python:3.11 python-full "$PYTHON_ENV" 'CMD ["python3"]'
provide redis:7-alpine redis 'EXPOSE 6379' 'WORKDIR /data' 'VOLUME /data' 'ENTRYPOINT ["redis-entrypoint"]' \
  'CMD ["redis-server"]'
