import { spawn } from "node:child_process";
import http from "node:http";
import { Duplex } from "node:stream";
import type { Environment } from "./endpoint";

/**
 * An HTTP agent whose connections are the standard streams of `docker system dial-stdio`. That way the engine behind an
 * ssh host is reached with the learner's own ssh program, keys and settings, as the docker command line reaches it.
 */
export function stdioAgent(program: string, env: Environment): http.Agent {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 8, timeout: 30_000 });
  const connect = () => {
    const child = spawn(program, ["system", "dial-stdio"], {
      env: Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined)),
      stdio: ["pipe", "pipe", "pipe"],
      windowsHide: true,
    });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2000)));
    const socket = Duplex.from({ readable: child.stdout, writable: child.stdin });
    child.once("error", (error) => socket.destroy(error));
    child.once("exit", (code) => code && socket.destroy(new Error(said.trim() || `docker ended with code ${code}`)));
    socket.once("close", () => child.kill());
    // What node:http asks of a socket beside being a stream.
    return Object.assign(socket, { setKeepAlive: noop, setNoDelay: noop, setTimeout: noop, ref: noop, unref: noop });
  };
  return Object.assign(agent, { createConnection: connect });
}

function noop(this: unknown): unknown {
  return this;
}
