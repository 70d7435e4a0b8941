# Debian's packages for engine.sh and base-images.sh: installed on this machine, or unpacked from another release.

# The mirror this machine uses, so that a local one serves the other releases too.
debian_mirror() {
  local found
  found=$(grep -rhE '^(URIs:|deb )' /etc/apt/sources.list /etc/apt/sources.list.d 2>/dev/null |
    grep -oE 'https?://[^ ]+/debian/?( |$)' | head -n 1 | tr -d ' ' || true)
  echo "${found:?debian-packages.sh: no mirror of Debian is set in /etc/apt, so nothing can be installed}"
}

# install_packages "NAME...": those of them that this machine lacks.
install_packages() {
  local name missing=()
  for name in $1; do
    dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'install ok installed' || missing+=("$name")
  done
  ((${#missing[@]})) || return 0
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -q
  apt-get -o DPkg::Lock::Timeout=300 install -yq --no-install-recommends "${missing[@]}"
}

# unpack_debs SUITE INTO "NAME...": the files of a release's packages, without installing them. With a fourth argument
# the packages are unpacked each into a folder of its own, INTO/NAME.
unpack_debs() {
  local suite=$1 into=$2 names=$3 apart=${4:-} work deb name
  work=$(mktemp -d)
  mkdir -p "$work"/{lists,cache/archives,debs}/partial "$into"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $(debian_mirror) $suite main" >"$work/sources.list"
  touch "$work/status"
  local elsewhere=(-o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts=/dev/null
    -o Dir::State::lists="$work/lists" -o Dir::Cache="$work/cache" -o Dir::State::status="$work/status"
    -o APT::Sandbox::User=root -o Acquire::Languages=none)
  # shellcheck disable=SC2086 # names is a list
  apt-get "${elsewhere[@]}" update -q && (cd "$work/debs" && apt-get "${elsewhere[@]}" download -q $names)
  for deb in "$work"/debs/*.deb; do
    name=$(basename "$deb")
    dpkg -x "$deb" "$into${apart:+/${name%%_*}}"
  done
  rm -rf "$work"
}
