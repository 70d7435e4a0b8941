import { askEngine } from "./ask-engine";
import type { EngineContext } from "./engine-context";
import { SESSION_LABEL } from "./labels";

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
  const list = await askEngine("list the containers of the project", signal, () =>
    docker.listContainers({ all: true, filters }),
  );
  const newestFirst = [...list].sort((a, b) => b.Created - a.Created);
  return newestFirst.map(({ Id, Labels }) => ({ id: Id, service: Labels[SERVICE_LABEL] ?? "" }));
}
