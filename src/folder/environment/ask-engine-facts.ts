import { statfs } from "node:fs/promises";
import type { EngineFacts, MachineFacts } from "../../core/environment/machine-facts";
import { EngineFault } from "../../core/container-engine";
import { askEngine } from "../../docker/ask/ask-engine";
import type { EngineContext } from "../../docker/engine-context";
import { hasImage } from "../../docker/image/has-image";
import { openContext } from "../../docker/open-context";
import { pullImage } from "../../docker/image/pull-image";
import { runOnce } from "../../docker/container/run-once";
import { COURSE_IMAGES } from "../prepare-offline";
import type { AskOptions } from "./ask-program";

export interface FactsOfEngine extends Pick<MachineFacts, "freeBytes" | "images" | "helloWorld"> {
  readonly engine: EngineFacts;
  /** published port → the container's name */
  readonly published: ReadonlyMap<number, string>;
}

/** Asks the engine itself, runs hello-world on it, and leaves nothing behind but that image. Throws the signal's reason. */
export async function askEngineFacts({ env, signal }: AskOptions): Promise<FactsOfEngine> {
  const observer = { onStep: () => undefined, onLog: () => undefined };
  const opened = await openContext({ folder: process.cwd(), env, signal, observer });
  if (opened.status === "unreachable") {
    const { reason, detail, next } = opened;
    return { engine: { answers: false, reason, detail, next }, published: new Map() };
  }
  const { context } = opened;
  const { docker } = context;
  try {
    const ask = () => Promise.all([docker.version(), docker.info() as Promise<SystemInfo>, docker.listContainers()]);
    const [version, info, containers] = await askEngine("tell what it is", signal, ask);
    const has = await Promise.all(COURSE_IMAGES.map(async (image) => [image, await hasImage(context, image)] as const));
    const freeBytes = context.local && info.DockerRootDir ? await freeAt(info.DockerRootDir) : undefined;
    const published = containers.flatMap(({ Names, Ports }) =>
      Ports.flatMap(({ PublicPort }) =>
        PublicPort ? [[PublicPort, (Names[0] ?? "").replace(/^\//, "")] as const] : [],
      ),
    );
    return {
      engine: {
        answers: true,
        version: version.Version,
        apiVersion: version.ApiVersion,
        ...(version.MinAPIVersion && { minApiVersion: version.MinAPIVersion }),
        ...(info.Architecture && { arch: info.Architecture }),
      },
      images: Object.fromEntries(has),
      helloWorld: await greet(context),
      ...(freeBytes !== undefined && { freeBytes }),
      published: new Map(published),
    };
  } finally {
    await context.session.dispose();
  }
}

interface SystemInfo {
  readonly Architecture?: string;
  readonly DockerRootDir?: string;
}

async function greet(context: EngineContext): Promise<{ readonly greeted: boolean; readonly detail: string }> {
  try {
    if (!(await hasImage(context, "hello-world"))) await pullImage(context, "hello-world");
    const { output, exitCode } = await runOnce(context, { image: "hello-world" });
    return { greeted: output.includes("Hello from Docker!"), detail: `it ended with exit code ${exitCode}` };
  } catch (error) {
    context.signal.throwIfAborted();
    if (!(error instanceof EngineFault)) throw error;
    return { greeted: false, detail: error.text.observed };
  }
}

/** Bytes free; undefined where the folder is not on this machine's own disk, as with Docker Desktop's virtual machine. */
async function freeAt(folder: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}
