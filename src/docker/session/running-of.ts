import { askEngine } from "../ask/ask-engine";
import type { EngineContext } from "../engine-context";
import { SESSION_LABEL } from "./labels";

/** A container that runs, and the Compose project that it belongs to. */
export interface RunningOne {
  readonly name: string;
  readonly project?: string;
}

/**
 * The learner's own containers that run: those of the Compose project of a folder, and those of some images by name. Those of
 * grading runs are not among them.
 */
export async function runningOf(
  { docker, signal }: Pick<EngineContext, "docker" | "signal">,
  { folder, images }: { readonly folder: string; readonly images: readonly string[] },
): Promise<readonly RunningOne[]> {
  const list = await askEngine("list the containers", signal, () => docker.listContainers());
  return list.flatMap(({ Names, Image, Labels }) => {
    if (Labels[SESSION_LABEL] !== undefined) return [];
    const project = Labels["com.docker.compose.project"];
    const isOfFolder = samePath(Labels["com.docker.compose.project.working_dir"], folder);
    if (!isOfFolder && !images.includes(Image.replace(/:[^/]*$/, ""))) return [];
    return [{ name: (Names[0] ?? "").replace(/^\//, ""), ...(project !== undefined && { project }) }];
  });
}

/** Windows writes the same folder with either slash and in either case. */
export function samePath(one: string | undefined, other: string): boolean {
  const plain = (path: string) => path.replaceAll("\\", "/").replace(/\/+$/, "");
  if (one === undefined) return false;
  return process.platform === "win32"
    ? plain(one).toLowerCase() === plain(other).toLowerCase()
    : plain(one) === plain(other);
}
