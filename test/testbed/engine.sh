#!/bin/bash
# A real Docker engine for the tests, on a Debian machine that has none.
#
#   engine.sh install CACHE [KIND]          fetch its programs from Debian, once
#   engine.sh start   CACHE [KIND] [USER]   start it, or join it when it runs already
#   engine.sh stop    CACHE [KIND] [USER]   stop it, unless someone else still uses it
#   engine.sh env     CACHE [KIND]          print the exports that point docker at it
#
# KIND forky             the newest Docker that Debian has (the default)
#      forky-containerd  the same programs with containerd's image store
#      trixie            Docker 26
#      bookworm          Docker 20.10
# USER is the process id of a run of the tests. Without it the engine is started "by hand": such an engine, or one
# that nobody signed for, is never stopped by a run. Needs root. Outside CACHE it changes only this: apt installs
# PACKAGES below, and while an engine runs it has a bridge and three iptables rules of its own. It never touches
# docker0 nor Docker's own chains, because starting a second engine on those cuts off the containers of the first.
set -euo pipefail

PACKAGES="runc iptables iproute2 ca-certificates"
verb=${1:?install, start, stop or env} cache=$(realpath -m "${2:?the cache folder}") kind=${3:-forky} user=${4:-by-hand}
main=$cache/engine wanted="docker.io docker-cli containerd docker-compose docker-buildx" features=()
case $kind in
  forky) dir=$main root=$main/root ;;
  forky-containerd) dir=$cache/engine-$kind root=$main/root features=(--feature containerd-snapshotter=true) ;;
  trixie) dir=$cache/engine-$kind root=$dir/root wanted="docker.io docker-cli containerd" ;;
  bookworm) dir=$cache/engine-$kind root=$dir/root wanted="docker.io containerd libdevmapper1.02.1" ;;
  *) echo "engine.sh: there is no kind '$kind'" >&2 && exit 2 ;;
esac
suite=${kind%-containerd}
bridge=dc$(cksum <<<"$dir" | cut -d ' ' -f 1)
export PATH="$root/usr/sbin:$root/usr/bin:$PATH" DOCKER_HOST="unix://$dir/docker.sock" DOCKER_CONFIG="$dir/config"

here=$(dirname "$(realpath "$0")")
# shellcheck source=test/testbed/debian-packages.sh
. "$here/debian-packages.sh"
# shellcheck source=test/testbed/engine-network.sh
. "$here/engine-network.sh"

# One at a time, also across clones. The lock goes with this process; dockerd is started without it.
lock() {
  mkdir -p "$cache"
  exec 9>"$cache/.engine.lock"
  flock -w 1200 9 || { echo "engine.sh: another run has held $cache/.engine.lock for 20 minutes" >&2 && exit 1; }
}

# Unpacks beside its final place and moves it there in one step: an interrupted install is never taken for a whole one.
# Compose and buildx are always the newest: the older releases of Debian have none that the challenge could use.
install() {
  if [[ ! -x $root/usr/sbin/dockerd ]]; then
    install_packages "$PACKAGES"
    rm -rf "$root".part-*
    unpack_debs "$suite" "$root.part-$$" "$wanted"
    mv "$root.part-$$" "$root"
  fi
  mkdir -p "$dir/config/cli-plugins"
  ln -sf "$main"/root/usr/libexec/docker/cli-plugins/* "$dir/config/cli-plugins/"
}

answers() { timeout 10 docker version --format '{{.Server.Version}}' >/dev/null 2>&1; }

is_running() { # is_running PIDFILE NAME: a process id survives a restart of the machine in its file, its process does not
  local pid
  pid=$(cat "$1" 2>/dev/null) && [[ -n $pid && $(cat "/proc/$pid/comm" 2>/dev/null) == "$2"* ]] &&
    tr '\0' ' ' <"/proc/$pid/cmdline" | grep -qF "$dir/"
}

started_at() { cut -d ' ' -f 22 "/proc/$1/stat" 2>/dev/null; }

sign_for() { # who uses this engine, with the start time of each process, because process ids are used again
  mkdir -p "$dir/users"
  { [[ $user == by-hand ]] || started_at "$user"; } >"$dir/users/$user" || true
}

is_used() {
  local file
  for file in "$dir"/users/*; do
    [[ -e $file ]] || continue
    [[ ${file##*/} == by-hand || $(cat "$file") == "$(started_at "${file##*/}")" ]] && return 0
    rm -f "$file"
  done
  return 1
}

start() {
  if answers; then
    compgen -G "$dir/users/*" >/dev/null || user=by-hand sign_for
    sign_for
    return
  fi
  is_running "$dir/docker.pid" dockerd && { echo "engine.sh: dockerd runs but does not answer, see $dir/dockerd.log" >&2 && exit 1; }
  is_running "$dir/exec/containerd/containerd.pid" containerd && kill "$(cat "$dir/exec/containerd/containerd.pid")"
  rm -rf "$dir/users" "$dir/docker.pid" "$dir/docker.sock" "$dir"/exec/containerd/*.{pid,sock,ttrpc}
  mkdir -p "$dir/data" "$dir/exec"
  network_up
  LD_LIBRARY_PATH=$(echo "$root"/usr/lib/*-linux-gnu) \
    setsid nohup dockerd --data-root "$dir/data" --exec-root "$dir/exec" --pidfile "$dir/docker.pid" \
    --host "$DOCKER_HOST" ${ENGINE_GROUP:+--group "$ENGINE_GROUP"} --userland-proxy-path "$root/usr/sbin/docker-proxy" \
    --bridge "$bridge" --default-address-pool "base=$pool.128.0/17,size=24" --iptables=false --ip6tables=false \
    "${features[@]}" >"$dir/dockerd.log" 2>&1 </dev/null 9>&- &
  local dockerd=$! tries=240
  until answers; do
    if ((--tries == 0)) || ! kill -0 "$dockerd" 2>/dev/null; then
      tail -n 20 "$dir/dockerd.log" >&2
      echo "engine.sh: Docker's engine did not start; its last words are above, all of them in $dir/dockerd.log" >&2
      network_down
      exit 1
    fi
    sleep 0.25
  done
  sign_for
}

stop() {
  rm -f "$dir/users/$user"
  [[ $user == by-hand ]] || ! is_used || return 0
  is_running "$dir/docker.pid" dockerd || return 0
  local dockerd tries=240
  dockerd=$(cat "$dir/docker.pid")
  kill "$dockerd"
  while kill -0 "$dockerd" 2>/dev/null && ((--tries > 0)); do sleep 0.25; done
  rm -rf "$dir/users"
  network_down
}

case $verb in
  install)
    [[ $kind == forky ]] || bash "$0" install "$cache" forky
    lock && install
    ;;
  start) lock && start && docker version --format 'Docker {{.Server.Version}}, API {{.Server.APIVersion}}' ;;
  stop) lock && stop ;;
  env) echo "export PATH='$root/usr/bin':\"\$PATH\" DOCKER_HOST='$DOCKER_HOST' DOCKER_CONFIG='$DOCKER_CONFIG'" ;;
  *) echo "engine.sh: install, start, stop or env" >&2 && exit 2 ;;
esac
