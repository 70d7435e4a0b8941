import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import Dockerode from "dockerode";
import type { BuildStep, ContainerEngine } from "../../src/core/container-engine";
import { dockerEngine } from "../../src/docker/docker-engine";
import type { EngineContext } from "../../src/docker/engine-context";
import { labelledObjects } from "../../src/docker/session/labelled-objects";
import { openContext, type OpenEngineOptions } from "../../src/docker/open-context";

export interface Graded {
  readonly context: EngineContext;
  readonly engine: ContainerEngine;
  readonly steps: readonly BuildStep[];
  readonly log: readonly string[];
  readonly abort: AbortController;
}

/**
 * A run of a folder with these files on this machine's engine, and proof that nothing of it stays behind. Fails where there is
 * no engine: these tests are about a real one.
 */
export async function withFolder(
  files: Readonly<Record<string, string>>,
  work: (graded: Graded) => Promise<void>,
  options: Pick<OpenEngineOptions, "containment"> = {},
) {
  const folder = await mkdtemp(path.join(tmpdir(), "graded-folder-"));
  const abort = new AbortController();
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), text);
    }
    const [steps, log]: [BuildStep[], string[]] = [[], []];
    const observer = {
      onStep: (step: BuildStep) => void steps.push(step),
      onLog: (_: string, line: string) => void log.push(line),
    };
    const opened = await openContext({ folder, env: process.env, signal: abort.signal, observer, ...options });
    assert.ok(opened.status === "ready", opened.status === "ready" ? "" : `${opened.detail} ${opened.next}`);
    const { context } = opened;
    const engine = dockerEngine(context);
    try {
      await work({ context, engine, steps, log, abort });
    } finally {
      await engine.dispose();
    }
    // The run's own connection is closed.
    assert.deepEqual(await labelledObjects(new Dockerode(), context.session.id), [], "nothing of the run stays");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Asks again until the answer is there, for no longer than half a minute. */
export async function until<T>(what: string, ask: () => Promise<T | undefined | false>): Promise<T> {
  const end = Date.now() + 30_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    assert.ok(Date.now() < end, `${what} did not come about in 30 s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Builds the folder's Dockerfile, which must succeed. */
export async function build(engine: ContainerEngine): Promise<string> {
  const result = await engine.build({ dockerfile: "Dockerfile", context: "." });
  assert.ok(result.outcome === "built", JSON.stringify(result));
  return result.imageId;
}
