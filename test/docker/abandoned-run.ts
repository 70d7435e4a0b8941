import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openContext } from "../../src/docker/open-context";

/**
 * A run that makes one of each kind of thing, prints its session and its temporary folder as JSON, and then waits to be
 * killed. Started by cleanup.test.ts as a process of its own.
 */
async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "abandoned-"));
  const observer = { onStep: () => undefined, onLog: () => undefined };
  const opened = await openContext({ folder, env: process.env, signal: new AbortController().signal, observer });
  if (opened.status !== "ready") throw new Error(opened.detail);
  const { docker, session } = opened.context;
  const { labels: Labels } = session;
  const container = await docker.createContainer({
    Image: "python:3.11-slim",
    Cmd: ["sleep", "600"],
    Labels,
    Volumes: { "/anonymous": {} },
  });
  await container.start();
  await docker.createNetwork({ Name: session.name("net"), Labels });
  await docker.createVolume({ Name: session.name("vol"), Labels });
  const changes = Object.entries(Labels).map(([key, value]) => `LABEL ${key}=${value}`);
  await container.commit({ repo: session.name("image"), changes });
  const { Mounts } = await container.inspect();
  const said = { session: session.id, folders: [await session.tempFolder(), folder], anonymous: Mounts[0]?.Name };
  process.stdout.write(`${JSON.stringify(said)}\n`);
  setInterval(() => undefined, 60_000);
}

void main();
