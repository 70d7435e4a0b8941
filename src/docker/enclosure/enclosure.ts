import type { BuildCgroup } from "./build-cgroup";
import { type Containment, type ContainmentLimits, limitsOf } from "./containment";
import { type DiskGuard, openDiskGuard } from "./disk-guard";
import { engineHost } from "./engine-host";
import type { EngineContext } from "../engine-context";
import { labelledObjects } from "../session/labelled-objects";
import { writtenByContainers, writtenBySteps } from "./written-bytes";

/** What holds untrusted work during one run, on the engine that it has. */
export interface Enclosure {
  readonly buildNetwork: Containment["buildNetwork"];
  readonly limits: ContainmentLimits;
  /** see EngineHost */
  readonly cgroups?: 1 | 2;
  /** absent where the engine's disk is elsewhere */
  readonly guard?: DiskGuard;
  /** Tells of a build that begins; the function that is returned, of its end. */
  building(group: BuildCgroup | undefined): () => void;
}

type Needs = Pick<EngineContext, "docker" | "signal" | "local" | "info" | "session" | "observer">;

interface Build {
  readonly group: BuildCgroup | undefined;
  /** milliseconds since 1970 */
  readonly since: number;
}

/** Finds out what this engine can be held to, and begins to watch its disk; says in the log what cannot be had. */
export async function openEnclosure(context: Needs, containment: Containment): Promise<Enclosure> {
  const { docker, session, observer } = context;
  const limits = limitsOf(containment);
  const { dataRoot, cgroups } = await engineHost(context);
  const builds = new Set<Build>();
  const written = async () =>
    sum([await writtenByContainers(context), ...(await Promise.all([...builds].map(writtenBy)))]);
  const stop = async () => {
    const own = await labelledObjects(docker, session.id);
    const containers = own.filter(({ kind }) => kind === "container");
    await Promise.allSettled(containers.map(({ id }) => docker.getContainer(id).kill()));
  };
  const guard = dataRoot === undefined ? undefined : await openDiskGuard({ dataRoot, limits, written, stop });
  if (guard) session.beforeRemoval(async () => guard.dispose());
  if (!guard)
    observer.onLog(
      "engine",
      "The engine's disk cannot be watched from here: what a submission writes has no limit but a file's.",
    );
  if (cgroups === undefined)
    observer.onLog("engine", "Builds on this engine have no limits of memory and processes but the engine's own.");
  return {
    buildNetwork: containment.buildNetwork,
    limits,
    ...(cgroups && { cgroups }),
    ...(guard && { guard }),
    building(group) {
      const build = { group, since: Date.now() };
      builds.add(build);
      return () => void builds.delete(build);
    },
  };
}

async function writtenBy({ group, since }: Build): Promise<number | undefined> {
  return group && writtenBySteps(group.processes(), since);
}

/** Undefined where a part is not known. */
function sum(parts: readonly (number | undefined)[]): number | undefined {
  return parts.reduce((total, part) => (total === undefined || part === undefined ? undefined : total + part), 0);
}
