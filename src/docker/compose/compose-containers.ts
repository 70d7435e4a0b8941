import { askTwice } from "../ask/ask-twice";
import { CONTAINERS, readAnswer } from "../ask/engine-answers";
import type { EngineContext } from "../engine-context";
import { SESSION_LABEL } from "../session/labels";
import { lookAtContainer } from "../container/look-at-container";

const PROJECT_LABEL = "com.docker.compose.project";
const SERVICE_LABEL = "com.docker.compose.service";

export interface ServiceContainer {
  readonly id: string;
  readonly service: string;
}

/** The containers of a run's project, running or not, the newest first. */
export async function serviceContainers(
  { docker, session, signal }: Pick<EngineContext, "docker" | "session" | "signal">,
  project: string,
): Promise<readonly ServiceContainer[]> {
  const filters = { label: [`${SESSION_LABEL}=${session.id}`, `${PROJECT_LABEL}=${project}`] };
  const list = await askTwice("list the containers of the project", signal, async () =>
    readAnswer(CONTAINERS, await docker.listContainers({ all: true, filters })),
  );
  const newestFirst = [...list].sort((a, b) => b.Created - a.Created);
  return newestFirst.map(({ Id, Labels }) => ({ id: Id, service: Labels?.[SERVICE_LABEL] ?? "" }));
}

/** The volumes of a service's newest container: path inside the container → the volume's name. */
export async function serviceMounts(
  context: Pick<EngineContext, "docker" | "session" | "signal">,
  project: string,
  service: string,
): Promise<ReadonlyMap<string, string>> {
  const found = (await serviceContainers(context, project)).find((container) => container.service === service);
  if (!found) return new Map();
  const { Mounts } = await lookAtContainer(context.docker, found.id, context.signal);
  return new Map(Mounts.flatMap(({ Destination, Name }) => (Name === undefined ? [] : [[Destination, Name] as const])));
}
