import assert from "node:assert/strict";
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { CheckId } from "../../src/core/checks/check-id";
import type { CheckResult, Report } from "../../src/core/report";
import type { ContainmentLimits } from "../../src/docker/enclosure/containment";
import { gradeFolder } from "../../src/folder/grade-folder";
import { NOTHING, thingsOfProcess } from "../support/docker";
import { tempFolder } from "../support/temp-folder";

const CHALLENGE = join(__dirname, "..", "..", "challenge");

/** A secret of the teacher's that lies in a folder beside the submission. */
export const CANARY = "canary-7b1f29c4e8";

export interface Hostile {
  /** laid over the reference solution; a string is a file's text */
  readonly files?: Readonly<Record<string, string>>;
  /** makes in the folder what no text can: pipes, devices, giants, links that lead to the folder of the secret */
  readonly also?: (folder: string, canary: string) => void;
  readonly only?: readonly CheckId[];
  readonly limits?: Partial<ContainmentLimits>;
  readonly buildNetwork?: "open" | "closed";
  readonly env?: Readonly<Record<string, string>>;
}

export interface Graded {
  readonly report: Report;
  readonly log: readonly string[];
  readonly check: (id: CheckId) => CheckResult;
}

/** Long before now: the first to read a file would move it. */
const NEVER_READ = new Date("2020-01-01T00:00:00Z");

/**
 * Grades work that nobody has read on the real engine. Whatever comes of it, the file beside the submission is as it was and
 * nobody has read it, nothing of it is in the report or the log, and nothing of the run stays.
 */
export async function gradeHostile({ files = {}, also, only, limits, buildNetwork, env }: Hostile): Promise<Graded> {
  using place = tempFolder({ "canary/secret.txt": CANARY });
  const secret = join(place.path, "canary", "secret.txt");
  utimesSync(secret, NEVER_READ, NEVER_READ);
  const folder = join(place.path, "submission");
  for (const layer of ["starter", "solution"]) cpSync(join(CHALLENGE, layer), folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  also?.(folder, join(place.path, "canary"));
  const log: string[] = [];
  const report = await gradeFolder({
    folder,
    trust: "untrusted",
    env: { ...process.env, TEACHERS_SECRET: CANARY, ...env },
    signal: new AbortController().signal,
    observer: { onStep: () => undefined, onLog: (_, line) => void log.push(line) },
    ...(only && { only }),
    ...(limits && { limits }),
    ...(buildNetwork && { buildNetwork }),
  });
  const beside = readdirSync(place.path, { recursive: true, encoding: "utf8" });
  const others = beside.filter((name) => !name.startsWith("submission")).sort();
  assert.deepEqual(others, ["canary", join("canary", "secret.txt")], "something was written beside it");
  assert.equal(statSync(secret).atimeMs, NEVER_READ.getTime(), "somebody has read the secret");
  assert.equal(readFileSync(secret, "utf8"), CANARY);
  assert.ok(!JSON.stringify(report).includes(CANARY), "the secret is in the report");
  assert.ok(!log.some((line) => line.includes(CANARY)), "the secret is in the log");
  await leftNothing();
  const check = (id: CheckId) => {
    const found = report.checks.find((each) => each.id === id);
    assert.ok(found, `the report has no ${id}`);
    return found;
  };
  return { report, log, check };
}

/** Nothing of this process in the engine, in the temporary folder and in the kernel's control groups. */
export async function leftNothing(): Promise<void> {
  assert.deepEqual(await thingsOfProcess(process.pid), NOTHING);
  const ours = new RegExp(`^dockerize-coach-\\w+-${process.pid}-`);
  assert.deepEqual(
    readdirSync(tmpdir()).filter((name) => ours.test(name)),
    [],
  );
  assert.deepEqual(controlGroups(), []);
}

/** The control groups that this process holds for builds. */
function controlGroups(): readonly string[] {
  const roots = ["/sys/fs/cgroup", "/sys/fs/cgroup/memory"];
  const groups = roots.flatMap((root) => childrenOf(root).map((name) => join(root, name)));
  const builds = groups.filter((group) => /dockerize-coach-build-\d+$/.test(group));
  return builds.filter((group) => childrenOf(group).some((name) => name.endsWith(`-${process.pid}`)));
}

function childrenOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** A multi-stage Dockerfile of the challenge's images with one instruction of one's own. */
export function withStep(step: string): Readonly<Record<string, string>> {
  return { Dockerfile: `FROM python:3.11 AS builder\nFROM python:3.11-slim\n${step}\n` };
}

/** The same with an app of Python's own library alone, which is built in a moment. */
export function withApp(app: string, user = "10001"): Readonly<Record<string, string>> {
  const Dockerfile = [
    "FROM python:3.11 AS builder",
    "FROM python:3.11-slim",
    "COPY app.py /app.py",
    `USER ${user}`,
    'CMD ["python", "-u", "/app.py"]',
    "",
  ].join("\n");
  return { Dockerfile, "app.py": app };
}

/** A container whose app answers /health, and does something besides. */
export function healthyApp(besides: string): string {
  return `
import http.server, json, os, socket, threading, time
class App(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b'{"status": "healthy"}')
    def log_message(self, *_): pass
${besides}
http.server.ThreadingHTTPServer(("", 5000), App).serve_forever()
`;
}
