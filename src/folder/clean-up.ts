import { EngineFault } from "../core/container-engine";
import { askEngine } from "../docker/ask/ask-engine";
import { type CourseObject, courseObjects } from "../docker/session/course-objects";
import { wordsOf } from "../docker/ask/faults";
import { openContext } from "../docker/open-context";
import { FINAL_IMAGE, NAIVE_IMAGE } from "./tasks/image-names";

export type { CourseObject } from "../docker/session/course-objects";

export interface CleanUpRequest {
  /** absolute path of the challenge folder */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

/** What the course has made on this machine, by name. Throws EngineFault where Docker cannot be asked. */
export function findCourseObjects(
  request: CleanUpRequest & { readonly includeShared?: boolean },
): Promise<readonly CourseObject[]> {
  return withContext(request, async (context) => {
    const found = await courseObjects(context, { folder: request.folder, images: [FINAL_IMAGE, NAIVE_IMAGE] });
    return request.includeShared ? found : found.filter(({ isShared }) => !isShared);
  });
}

/** Removes these, what holds others first. Resolves to what is still there, each with the engine's reason. */
export function removeCourseObjects(
  objects: readonly CourseObject[],
  request: CleanUpRequest,
): Promise<readonly string[]> {
  return withContext(request, async ({ docker, signal }) => {
    const left: string[] = [];
    const order: readonly CourseObject["kind"][] = ["container", "network", "volume", "image"];
    for (const object of order.flatMap((kind) => objects.filter((one) => one.kind === kind))) {
      try {
        await askEngine(`remove ${object.name}`, signal, () => object.remove(docker));
      } catch (error) {
        signal.throwIfAborted();
        left.push(`${object.name} (${wordsOf(error instanceof EngineFault ? (error.cause ?? error) : error)})`);
      }
    }
    return left;
  });
}

type Context = Extract<Awaited<ReturnType<typeof openContext>>, { status: "ready" }>["context"];

async function withContext<T>(
  { folder, env, signal }: CleanUpRequest,
  work: (context: Context) => Promise<T>,
): Promise<T> {
  const observer = { onStep: () => undefined, onLog: () => undefined };
  const opened = await openContext({ folder, env, signal, observer });
  if (opened.status === "unreachable") {
    const why = "What the course has made lies in Docker.";
    throw new EngineFault({ observed: opened.detail, why, next: opened.next });
  }
  try {
    return await work(opened.context);
  } finally {
    await opened.context.session.dispose();
  }
}
