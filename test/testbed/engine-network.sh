# The network of one of our engines: a bridge and an address range of its own, and three iptables rules, so that any
# number of engines, ours and the user's, can run side by side. For engine.sh, which sets $dir and $bridge.

# A range that no route of this machine uses; kept, because the engine's own networks live in it.
choose_pool() {
  local second
  pool=$(cat "$dir/pool" 2>/dev/null || true)
  [[ -n $pool ]] && return
  second=$((100 + $(cksum <<<"$dir" | cut -d ' ' -f 1) % 100))
  while ip -4 route show | grep -q "^10\.$second\."; do second=$((second == 199 ? 100 : second + 1)); done
  pool=10.$second
  echo "$pool" >"$dir/pool"
}

# each_rule FLAG: -I or -D. Containers may reach each other and the outside, as Docker's own rules would let them.
each_rule() {
  local flag=$1
  iptables -w "$flag" FORWARD -s "$pool.0.0/16" -j ACCEPT
  iptables -w "$flag" FORWARD -d "$pool.0.0/16" -j ACCEPT
  iptables -w -t nat "$flag" POSTROUTING -s "$pool.0.0/16" ! -d "$pool.0.0/16" -j MASQUERADE
}

network_up() {
  choose_pool
  network_down # what a machine that lost its power has left
  ip link add name "$bridge" type bridge
  ip address add "$pool.0.1/24" dev "$bridge"
  ip link set "$bridge" up
  each_rule -I
}

network_down() {
  pool=$(cat "$dir/pool")
  each_rule -D 2>/dev/null || true
  ip link delete "$bridge" 2>/dev/null || true
}
