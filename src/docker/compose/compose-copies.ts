import { readFile, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import type { BindMount, ComposeRequest } from "../../core/container-engine";
import { askEngine } from "../ask/ask-engine";
import { packFolders } from "./compose-archive";
import type { EngineContext } from "../engine-context";

/** Milliseconds for filling the volumes; 256 MB through a slow connection. */
const COPY_LIMIT = 120_000;
const MOST_FILE_BYTES = 2 ** 20;

/** What is mounted in place of a folder or file of the learner's. */
export type Copy =
  | { readonly bind: BindMount; readonly kind: "volume"; readonly volume: string }
  | { readonly bind: BindMount; readonly kind: "content"; readonly content: string; readonly mode: number };

type Copied =
  | { readonly kind: "volume"; readonly volume: string }
  | { readonly kind: "content"; readonly content: string; readonly mode: number };

/**
 * Copies what the project mounts from the folder, because the app writes there. Folders become volumes that are filled through
 * the engine, which need not share this machine's disk; files become Compose configs. What leads out of the folder through
 * links, and files that are not text, are left out.
 */
export async function copyBinds(context: EngineContext, { binds, project }: ComposeRequest): Promise<readonly Copy[]> {
  const root = await realpath(context.folder);
  const folders = new Map<string, string>();
  const copies = new Map<string, Copied | undefined>();
  for (const { source } of binds) {
    if (copies.has(source)) continue;
    const copied = await inspectSource(source, root, () => context.session.name(`copy-${folders.size}`));
    if (!copied)
      context.observer.onLog("compose", `${source} is not mounted: it is no text file or folder of the submission.`);
    if (copied?.kind === "volume") folders.set(copied.volume, copied.from);
    copies.set(source, copied);
  }
  const [bind] = binds;
  const image = bind && project.services[bind.service]?.image;
  if (folders.size > 0 && typeof image === "string") await fillVolumes(context, folders, image);
  return binds.flatMap((mount) => {
    const copied = copies.get(mount.source);
    return copied ? [{ bind: mount, ...copied }] : [];
  });
}

type Inspected =
  { readonly kind: "volume"; readonly volume: string; readonly from: string } | Extract<Copied, { kind: "content" }>;

async function inspectSource(source: string, root: string, newVolume: () => string): Promise<Inspected | undefined> {
  const real = await realpath(source).catch(() => undefined);
  // Docker makes an empty folder where there is nothing to mount.
  if (real === undefined) return { kind: "volume", volume: newVolume(), from: "" };
  if (real !== root && !real.startsWith(path.join(root, path.sep))) return undefined;
  const stats = await stat(real);
  if (stats.isDirectory()) return { kind: "volume", volume: newVolume(), from: real };
  if (!stats.isFile() || stats.size > MOST_FILE_BYTES) return undefined;
  const content = textOf(await readFile(real));
  return content === undefined ? undefined : { kind: "content", content, mode: stats.mode & 0o777 };
}

function textOf(bytes: Buffer): string | undefined {
  const text = bytes.toString("utf8");
  return text.includes("\0") || !Buffer.from(text, "utf8").equals(bytes) ? undefined : text;
}

/**
 * Fills volumes of the run with folders of this machine, by the volumes' names; one that is there already gets the files on top of
 * its own. A container that is never started holds the volumes while the engine unpacks into them.
 */
export async function fillVolumes(
  context: EngineContext,
  folders: ReadonlyMap<string, string>,
  image: string,
): Promise<void> {
  const { docker, session, signal } = context;
  const names = [...folders.keys()];
  const volume = (name: string) => docker.createVolume({ Name: name, Labels: session.labels });
  await askEngine("create volumes for a copy of your folder", signal, () =>
    Promise.all(names.map((name) => session.creating(volume(name)))),
  );
  const filled = new Map([...folders].filter(([, from]) => from !== ""));
  if (filled.size === 0) return;
  const mounts = names.map((name) => ({ Type: "volume" as const, Source: name, Target: `/${name}` }));
  const options = { Image: image, Cmd: ["true"], Labels: session.labels, HostConfig: { Mounts: mounts } };
  const container = await askEngine("prepare a copy of your folder", signal, () =>
    session.creating(docker.createContainer({ ...options, NetworkDisabled: true })),
  );
  const archive = Readable.from(packFolders(filled));
  await askEngine("copy your folder", signal, () => container.putArchive(archive, { path: "/" }), COPY_LIMIT);
  await askEngine("finish the copy", signal, () => container.remove({ force: true, v: true }));
}
