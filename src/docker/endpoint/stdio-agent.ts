import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import http from "node:http";
import type { Socket } from "node:net";
import { Duplex } from "node:stream";
import type { Environment } from "./endpoint";

/**
 * An HTTP agent whose connections are the standard streams of `docker system dial-stdio`. That way the engine behind an
 * ssh host is reached with the learner's own ssh program, keys and settings, as the docker command line reaches it.
 */
export function stdioAgent(program: string, env: Environment): http.Agent {
  // Connections are kept, because each new one costs an ssh handshake.
  const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });
  const createConnection = () => {
    const child = spawn(program, ["system", "dial-stdio"], {
      env: Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined)),
      stdio: ["pipe", "pipe", "pipe"],
      windowsHide: true,
    });
    return asSocket(child, connection(child));
  };
  return Object.assign(agent, { createConnection });
}

/** The stream ends only when the process has, so that what ssh complained of is the error, and not just an early end. */
function connection(child: ChildProcessWithoutNullStreams): Duplex {
  const { stdin, stdout, stderr } = child;
  const stream = new Duplex({
    read: () => void stdout.resume(),
    write: (chunk, _, done) => void stdin.write(chunk, () => done()),
    final: (done) => void stdin.end(() => done()),
    destroy(error, done) {
      child.kill();
      done(error);
    },
  });
  let said = "";
  stdout.on("data", (chunk: Buffer) => stream.push(chunk) || stdout.pause());
  stderr.on("data", (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2000)));
  // A process that has gone away takes no more input; why it has gone says its end.
  stdin.on("error", () => undefined);
  child.once("error", (error) => stream.destroy(error));
  child.once("close", (code) => {
    if (code) stream.destroy(new Error(said.trim() || `docker ended with code ${code}`));
    else stream.push(null);
  });
  return stream;
}

/** What node:http asks of a socket beside being a stream. A connection that waits unused must not keep the process alive. */
function asSocket(child: ChildProcessWithoutNullStreams, stream: Duplex): Duplex {
  // The pipes of a child are sockets, whatever their type says.
  const handles = [child, child.stdin, child.stdout, child.stderr] as unknown as readonly Pick<
    Socket,
    "ref" | "unref"
  >[];
  const each = (name: "ref" | "unref") => () => {
    handles.forEach((handle) => handle[name]());
    return stream;
  };
  const ignore = () => stream;
  const methods = {
    setKeepAlive: ignore,
    setNoDelay: ignore,
    setTimeout: ignore,
    ref: each("ref"),
    unref: each("unref"),
  };
  return Object.assign(stream, methods);
}
