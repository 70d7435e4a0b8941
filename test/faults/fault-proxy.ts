import http from "node:http";
import net, { type Socket } from "node:net";
import type { Duplex } from "node:stream";
import { callName } from "./call-name";
import type { Fault } from "./fault-kind";
import { FaultyLine } from "./faulty-line";

/** Milliseconds after which an engine that restarts takes connections again. */
const RESTART_MS = 1_500;

/** A call that came through the proxy, and the bytes of its answer, head included. */
export interface SeenCall {
  readonly name: string;
  readonly occurrence: number;
  readonly bytes: number;
}

export interface FaultProxy extends AsyncDisposable {
  /** what DOCKER_HOST is set to */
  readonly host: string;
  readonly calls: readonly SeenCall[];
  readonly fired: readonly Fault[];
  /** client connections that are open */
  connections(): number;
}

export interface ProxyOptions {
  /** path of the engine's own socket */
  readonly engine: string;
  /** path of a socket to listen on; undefined listens on a port of 127.0.0.1, where a connection can be reset */
  readonly socket: string | undefined;
  readonly faults: readonly Fault[];
}

/**
 * Stands before an engine and hands on whatever is asked, upgraded connections (BuildKit's sessions) included; counts the
 * calls by name, and lets the faults strike that are planned for them, each once.
 */
export async function startFaultProxy({ engine, socket, faults }: ProxyOptions): Promise<FaultProxy> {
  const planned = new Map(faults.map((fault) => [keyOf(fault.call, fault.occurrence), fault]));
  const [calls, fired]: [{ name: string; occurrence: number; bytes: number }[], Fault[]] = [[], []];
  const lines = new Set<FaultyLine>();
  const current = new WeakMap<FaultyLine, { bytes: number }>();
  let closed = false;
  let back: NodeJS.Timeout | undefined;

  const vanish = (fault: Fault) => {
    listener.close();
    for (const line of lines) line.destroy();
    if (fault.kind === "restart") back = setTimeout(() => closed || listener.listen(address), RESTART_MS);
  };

  /** Notes a call; resolves to whether it goes on to the engine. */
  const arrive = (request: http.IncomingMessage, line: FaultyLine): boolean => {
    const name = callName(request.method ?? "", request.url ?? "");
    const call = { name, occurrence: calls.filter((one) => one.name === name).length + 1, bytes: 0 };
    calls.push(call);
    current.set(line, call);
    const fault = planned.get(keyOf(call.name, call.occurrence));
    const early = fault?.kind === "drop" || fault?.kind === "refuse";
    line.arm(early ? undefined : fault);
    if (fault && early) fired.push(fault);
    if (fault?.kind === "drop") line.destroy();
    if (fault?.kind === "refuse") line.end(REFUSAL);
    return !early;
  };

  const relay = http.createServer({ requestTimeout: 0, keepAliveTimeout: 0 });
  relay.on("request", (request, response) => {
    if (arrive(request, request.socket as unknown as FaultyLine)) forward(engine, request, response);
  });
  relay.on("upgrade", (request: http.IncomingMessage, line: Duplex, head: Buffer) => {
    if (arrive(request, line as FaultyLine)) forwardUpgrade(engine, request, line, head);
  });
  relay.on("clientError", (_, line) => line.destroy());

  const listener = net.createServer({ allowHalfOpen: true }, (client: Socket) => {
    const line: FaultyLine = new FaultyLine(client, {
      onBytes: (count) => addBytes(current.get(line), count),
      onFired: (fault) => fired.push(fault),
      onVanish: vanish,
    });
    lines.add(line);
    line.once("close", () => lines.delete(line));
    line.on("error", () => undefined);
    relay.emit("connection", line);
  });
  let address: net.ListenOptions = socket === undefined ? { host: "127.0.0.1", port: 0 } : { path: socket };
  await new Promise<void>((resolve, reject) => listener.once("error", reject).listen(address, resolve));
  const bound = listener.address();
  if (bound !== null && typeof bound === "object") address = { host: "127.0.0.1", port: bound.port };
  return {
    host: socket === undefined ? `tcp://127.0.0.1:${address.port}` : `unix://${socket}`,
    calls,
    fired,
    connections: () => lines.size,
    async [Symbol.asyncDispose]() {
      closed = true;
      clearTimeout(back);
      for (const line of lines) line.destroy();
      relay.closeAllConnections();
      await new Promise<void>((resolve) => listener.close(() => resolve()));
    },
  };
}

const MESSAGE = JSON.stringify({ message: "context deadline exceeded" });
const REFUSAL = [
  "HTTP/1.1 500 Internal Server Error",
  "Content-Type: application/json",
  "Connection: close",
  `Content-Length: ${MESSAGE.length}`,
  "",
  MESSAGE,
].join("\r\n");

function keyOf(name: string, occurrence: number): string {
  return `${name} #${occurrence}`;
}

function addBytes(call: { bytes: number } | undefined, count: number): void {
  if (call) call.bytes += count;
}

function ask(engine: string, { method, url, rawHeaders }: http.IncomingMessage): http.ClientRequest {
  // Raw, because BuildKit repeats a header for each of its services.
  return http.request({ socketPath: engine, method, path: url, headers: rawHeaders, setHost: false, agent: false });
}

function forward(engine: string, request: http.IncomingMessage, response: http.ServerResponse): void {
  const call = ask(engine, request);
  call.once("response", (answer) => {
    const { connection: _, ...headers } = answer.headersDistinct;
    response.writeHead(answer.statusCode ?? 502, answer.statusMessage, headers);
    response.flushHeaders();
    answer.once("error", () => response.destroy());
    answer.pipe(response);
  });
  call.once("error", () => response.destroy());
  response.once("close", () => call.destroy());
  request.pipe(call);
}

function forwardUpgrade(engine: string, request: http.IncomingMessage, line: Duplex, head: Buffer): void {
  const call = ask(engine, request);
  const join = (answer: http.IncomingMessage, other: Duplex, first: Buffer) => {
    line.write(headOf(answer));
    if (first.length > 0) line.write(first);
    other.once("error", () => line.destroy());
    line.once("close", () => other.destroy());
    other.pipe(line);
    return other;
  };
  call.once("upgrade", (answer, other: Socket, first) => {
    join(answer, other, first).write(head);
    line.pipe(other);
  });
  call.once("response", (answer) => join(answer, answer as unknown as Duplex, Buffer.alloc(0)));
  call.once("error", () => line.destroy());
  call.end();
}

function headOf({ statusCode, statusMessage, rawHeaders }: http.IncomingMessage): string {
  const pairs = rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [`${name}: ${rawHeaders[index + 1]}`] : []));
  return [`HTTP/1.1 ${statusCode} ${statusMessage}`, ...pairs, "", ""].join("\r\n");
}
