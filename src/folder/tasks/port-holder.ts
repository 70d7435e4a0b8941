import net from "node:net";

const LIMIT_MS = 1_000;

/** Whether some program of this machine takes connections on a port of 127.0.0.1. */
export function portHolder(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ host: "127.0.0.1", port });
    const end = (held: boolean) => () => {
      socket.destroy();
      resolve(held);
    };
    socket.setTimeout(LIMIT_MS, end(false));
    socket.once("connect", end(true));
    socket.once("error", end(false));
  });
}
