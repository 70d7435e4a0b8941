import assert from "node:assert/strict";
import { createServer, type Server } from "node:net";
import { networkInterfaces } from "node:os";
import type { RunningContainer } from "../../src/core/running-container";
import { until } from "../docker/graded-folder";

/** An app that tells what it is inside, and whether it gets through to the places that its caller names. */
export const INSIDE_VIEW = `
import http.server, json, os, socket, urllib.parse

def tried(place):
    host, _, port = place.rpartition(":")
    try:
        socket.create_connection((host, int(port)), 1).close()
        return "reached"
    except OSError as error:
        return str(error)

class App(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        places = [urllib.parse.unquote(p) for p in urllib.parse.urlsplit(self.path).query.split(",") if p]
        status = dict(line.split(":\\t", 1) for line in open("/proc/self/status").read().splitlines() if ":\\t" in line)
        answer = {"status": status, "devices": sorted(os.listdir("/dev")), "places": {p: tried(p) for p in places}}
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())

http.server.ThreadingHTTPServer(("", 5000), App).serve_forever()
`;

export interface Inside {
  /** /proc/self/status by its keys */
  readonly status: Readonly<Record<string, string>>;
  readonly devices: readonly string[];
  /** \`reached\`, or why not */
  readonly places: Readonly<Record<string, string>>;
}

/** What the app says once it answers. */
export async function lookInside(container: RunningContainer, places: readonly string[] = []): Promise<Inside> {
  const path = `/inside?${places.map(encodeURIComponent).join(",")}`;
  const answer = await until("the view from inside", async () => {
    const found = await container.get(path);
    return found.answered && found;
  });
  const inside = JSON.parse(answer.body) as Inside;
  assert.deepEqual(Object.keys(inside.places).sort(), [...new Set(places)].sort());
  return inside;
}

/** A service of the teacher's machine, at all of its addresses; `callers` are those that came. */
export interface Listener extends AsyncDisposable {
  readonly places: readonly string[];
  readonly callers: readonly string[];
}

export async function listenEverywhere(): Promise<Listener> {
  const callers: string[] = [];
  const server: Server = createServer((socket) => {
    callers.push(socket.remoteAddress ?? "somebody");
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "::", resolve));
  const address = server.address();
  assert.ok(typeof address === "object" && address);
  const { port } = address;
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const outer = addresses.filter(({ internal }) => !internal);
  const places = outer.map(({ address: host, scopeid }) => `${host}${scopeid ? "%eth0" : ""}:${port}`);
  return {
    places,
    callers,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
