#!/bin/sh
# redis-root.sh ROOT: an entrypoint like the official image's. It starts as root, gives /data to the user redis and
# becomes that user; protected mode is off and there is no password.
set -eu
cat >"$1/usr/local/bin/redis-entrypoint" <<'ENTRYPOINT'
#!/bin/sh
set -e
if [ "$1" = redis-server ]; then
  shift
  set -- redis-server --protected-mode no --dir /data "$@"
  if [ "$(id -u)" = 0 ]; then
    chown -R redis:redis /data
    exec setpriv --reuid=redis --regid=redis --clear-groups -- "$@"
  fi
fi
exec "$@"
ENTRYPOINT
chmod 755 "$1/usr/local/bin/redis-entrypoint"
