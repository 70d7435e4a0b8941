import assert from "node:assert/strict";
import { rewriteProject, type RewrittenProject } from "../../src/core/compose/rewrite-project";
import { withImages } from "../../src/core/compose/with-images";
import type { ComposeRequest, ComposeRun, ContainerEngine } from "../../src/core/container-engine";
import type { HttpAnswer, RunningContainer } from "../../src/core/running-container";
import { until } from "./graded-folder";

/** Counts in Redis by its own protocol, so that an image with Python alone can run it. Leaves a file beside itself. */
export const APP = `
import http.server, json, os, pathlib, socket

try:
    pathlib.Path(__file__).with_name("was-here").write_text("the app ran")
except OSError:
    pass

def count():
    with socket.create_connection((os.environ.get("REDIS_HOST", "redis"), 6379), 2) as redis:
        redis.sendall(b"INCR visits\\r\\n")
        return int(redis.makefile().readline()[1:])

class App(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        files = {"/health": lambda: {"status": "healthy"}, "/api/counter": lambda: {"count": count()}}
        answer = files.get(self.path, lambda: pathlib.Path(self.path).read_text())
        body = json.dumps(answer()).encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body)

http.server.HTTPServer(("", 5000), App).serve_forever()
`;

/** The image that stands in for the one that a service builds. */
export const IMAGE = "python:3.11-slim";

/** What the checks ask for: the file as resolved and written anew, with an image in the place of each build. */
export async function rewritten(
  engine: ContainerEngine,
  file = "compose.yaml",
): Promise<RewrittenProject & { readonly request: ComposeRequest }> {
  const resolution = await engine.resolveCompose(file);
  assert.ok(resolution.accepted, JSON.stringify(resolution));
  const project = rewriteProject(resolution.project, resolution.folder);
  const images = new Map(project.builds.map(({ service }) => [service, IMAGE]));
  return { ...project, request: withImages(project.request, images) };
}

export async function started(engine: ContainerEngine): Promise<ComposeRun> {
  const { request } = await rewritten(engine);
  const run = await engine.startCompose(request);
  assert.ok(run.up, run.output.join("\n"));
  return run;
}

export async function apiOf(run: ComposeRun): Promise<RunningContainer> {
  const api = await run.service("api");
  assert.ok(api, "the api has a container");
  return api;
}

/** What the api answers, once it does, as parsed JSON. */
export async function answerOf(run: ComposeRun, path: string): Promise<unknown> {
  const api = await apiOf(run);
  const answer = await until<Extract<HttpAnswer, { answered: true }>>(`an answer to ${path}`, async () => {
    const found = await api.get(path);
    return found.answered && found;
  });
  assert.equal(answer.status, 200, answer.body);
  return JSON.parse(answer.body) as unknown;
}
