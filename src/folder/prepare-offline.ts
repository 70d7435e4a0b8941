import { EngineFault } from "../core/container-engine";
import { COURSE } from "../core/course";
import { hasImage } from "../docker/image/has-image";
import { openContext } from "../docker/open-context";
import { pullImage } from "../docker/image/pull-image";

/** The images that the course begins with. */
export const COURSE_IMAGES = [`python:${COURSE.python}`, COURSE.finalBase, "redis:7-alpine", "hello-world"] as const;

/**
 * Pulls the images that are not there yet, once, so that the course can be done without a network. They are the learner's and stay.
 * Resolves to those that were pulled. Throws EngineFault where Docker or the registry fails, and the signal's reason.
 */
export async function prepareOffline(request: {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly onProgress?: (message: string) => void;
}): Promise<readonly string[]> {
  const { env, signal, onProgress } = request;
  const observer = { onStep: () => undefined, onLog: (_: string, line: string) => onProgress?.(line) };
  const opened = await openContext({ folder: process.cwd(), env, signal, observer });
  if (opened.status === "unreachable") {
    throw new EngineFault({ observed: opened.detail, why: "Images are kept by Docker.", next: opened.next });
  }
  const pulled: string[] = [];
  try {
    for (const [index, image] of COURSE_IMAGES.entries()) {
      if (await hasImage(opened.context, image)) continue;
      onProgress?.(`${index + 1}/${COURSE_IMAGES.length}: ${image}`);
      await pullImage(opened.context, image);
      pulled.push(image);
    }
    return pulled;
  } finally {
    await opened.context.session.dispose();
  }
}
