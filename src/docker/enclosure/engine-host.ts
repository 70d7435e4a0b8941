import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { askEngine } from "../ask/ask-engine";
import type { EngineContext } from "../engine-context";

/** What of the engine's machine can be reached from here. Everything is undefined where the engine is elsewhere. */
export interface EngineHost {
  /** absolute path of the folder in which the engine keeps images, containers and volumes */
  readonly dataRoot?: string;
  /** the version of the control groups in which the engine puts what it builds, where this process may make some */
  readonly cgroups?: 1 | 2;
}

/** The part of `GET /info` that matters here. */
interface SystemInfo {
  readonly ID: string;
  readonly DockerRootDir?: string;
  readonly CgroupDriver?: string;
  readonly CgroupVersion?: string;
}

/** Asks the engine where it lives, and looks whether that is here. */
export async function engineHost({
  docker,
  signal,
  local,
  info: engine,
}: Pick<EngineContext, "docker" | "signal" | "local" | "info">): Promise<EngineHost> {
  if (!local || process.platform !== "linux") return {};
  const info = await askEngine("tell where it keeps its data", signal, () => docker.info() as Promise<SystemInfo>);
  const dataRoot = info.DockerRootDir ?? "";
  if (!isHere(dataRoot, info.ID)) return {};
  // systemd hands control groups out itself, and would take ours away.
  const isOurs = process.getuid?.() === 0 && info.CgroupDriver === "cgroupfs" && putsBuildsIn(engine);
  return { dataRoot, ...(isOurs && { cgroups: info.CgroupVersion === "2" ? 2 : 1 }) };
}

/** Docker Desktop's machine has folders of the same names: the engine's own id in there tells them apart, where it may be read. */
function isHere(dataRoot: string, id: string): boolean {
  if (!path.isAbsolute(dataRoot) || !existsSync(dataRoot)) return false;
  try {
    return readFileSync(path.join(dataRoot, "engine-id"), "utf8").trim() === id;
  } catch (error) {
    return ["EACCES", "ENOENT"].includes((error as NodeJS.ErrnoException).code ?? "");
  }
}

/** Before Docker 23 the engine's own BuildKit takes the name of a group and runs the build elsewhere. */
function putsBuildsIn({ product, version }: EngineContext["info"]): boolean {
  return product === "docker" && Number.parseInt(version, 10) >= 23;
}
