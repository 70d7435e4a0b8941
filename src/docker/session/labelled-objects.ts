import type Dockerode from "dockerode";
import { CONTAINERS, IMAGES, NETWORKS, readAnswer, VOLUMES } from "../ask/engine-answers";
import { SESSION_LABEL, sessionMark, type SessionMark } from "./labels";
import { patiently } from "./patiently";

/** Something in the engine that a run made. */
export interface LabelledObject {
  readonly kind: "container" | "network" | "volume" | "image";
  readonly id: string;
  readonly mark: SessionMark;
  remove(): Promise<void>;
}

/**
 * Everything in the engine that a run made: of one session, or of any. The engine filters by label, and the labels of
 * each object are looked at once more, because a filter that an engine does not know would match all. Throws DamagedAnswer where
 * a list makes no sense.
 */
export async function labelledObjects(docker: Dockerode, session?: string): Promise<readonly LabelledObject[]> {
  const filters = { label: [session === undefined ? SESSION_LABEL : `${SESSION_LABEL}=${session}`] };
  const [containers, networks, volumes, images] = await Promise.all([
    docker.listContainers({ all: true, filters }).then((list) => readAnswer(CONTAINERS, list)),
    docker.listNetworks({ filters }).then((list) => readAnswer(NETWORKS, list)),
    docker.listVolumes({ filters }).then((list) => readAnswer(VOLUMES, list)),
    docker.listImages({ all: true, filters }).then((list) => readAnswer(IMAGES, list)),
  ]);
  const objects = [
    ...containers.map((c) => of("container", c.Id, c.Labels, () => docker.getContainer(c.Id).remove(KILL))),
    ...networks.map((n) => of("network", n.Id, n.Labels, () => docker.getNetwork(n.Id).remove())),
    ...(volumes.Volumes ?? []).map((v) => of("volume", v.Name, v.Labels, () => docker.getVolume(v.Name).remove())),
    ...images.map((i) => of("image", i.Id, i.Labels, () => docker.getImage(i.Id).remove({ force: true }))),
  ];
  return objects.flat().filter((object) => session === undefined || object.mark.session === session);
}

/** Flask as process 1 ignores SIGTERM for the 10 s that a stop waits, so containers are killed; `v` takes their anonymous volumes. */
const KILL = { force: true, v: true } as const;

function of(
  kind: LabelledObject["kind"],
  id: string,
  labels: Readonly<Record<string, string>> | null | undefined,
  remove: () => Promise<unknown>,
): readonly LabelledObject[] {
  const mark = sessionMark(labels);
  return mark ? [{ kind, id, mark, remove: async () => void (await remove()) }] : [];
}

/**
 * Removes objects, those that hold others in use first. Never throws; what cannot be removed is left to the next sweep.
 * @param limitMs how long each is waited for: an engine that does not answer may have done it, and the others have their turn
 */
export async function removeObjects(objects: readonly LabelledObject[], limitMs: number): Promise<void> {
  const remove = (wanted: (object: LabelledObject) => boolean) =>
    Promise.allSettled(objects.filter(wanted).map((object) => patiently(object.remove(), limitMs)));
  await remove(({ kind }) => kind === "container");
  await remove(({ kind }) => kind !== "container");
}
