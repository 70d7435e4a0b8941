import path from "node:path";
import type { Machine } from "./endpoint";

export interface WellKnownSocket {
  readonly path: string;
  readonly from: string;
}

/** The engine's sockets in the order in which they are tried; the first is the docker command line's own default. */
export function wellKnownSockets(machine: Machine): readonly [WellKnownSocket, ...WellKnownSocket[]] {
  if (machine.platform === "win32") {
    return [
      { path: "//./pipe/docker_engine", from: "the default named pipe" },
      { path: "//./pipe/dockerDesktopLinuxEngine", from: "the named pipe of Docker Desktop" },
      { path: "//./pipe/podman-machine-default", from: "the named pipe of Podman" },
    ];
  }
  const home = (name: string, from: string) =>
    machine.homedir === "" ? [] : [{ path: path.posix.join(machine.homedir, name), from }];
  const runtime = (name: string, from: string) =>
    machine.env.XDG_RUNTIME_DIR ? [{ path: path.posix.join(machine.env.XDG_RUNTIME_DIR, name), from }] : [];
  return [
    { path: "/var/run/docker.sock", from: "the default socket" },
    ...home(".docker/run/docker.sock", "the socket of Docker Desktop"),
    ...home(".docker/desktop/docker.sock", "the socket of Docker Desktop"),
    ...home(".colima/default/docker.sock", "the socket of Colima"),
    ...home(".rd/docker.sock", "the socket of Rancher Desktop"),
    ...home(".orbstack/run/docker.sock", "the socket of OrbStack"),
    ...runtime("docker.sock", "the socket of rootless Docker"),
    ...runtime("podman/podman.sock", "the socket of Podman"),
    { path: "/run/podman/podman.sock", from: "the socket of Podman" },
  ];
}
