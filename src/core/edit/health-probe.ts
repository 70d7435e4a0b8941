import { COURSE } from "../course";
import { appPort } from "../image/app-port";
import { baseHasProgram } from "../image/base-programs";
import { listeningPort } from "../image/listening-port";
import type { DockerfileSubject } from "../lint/subjects";
import { rootImage } from "../parse/root-image";

/** The path that the challenge's app answers on when it is well. */
export const HEALTH_PATH = "/health";

/**
 * A probe that every Python image can run: it asks the app itself and ends with an error when the answer is bad, or none
 * comes in two seconds. The words of an exec form; 127.0.0.1, because localhost may mean IPv6, which the app does not hear.
 */
export function probeWords(port: number, path = HEALTH_PATH): readonly string[] {
  return [
    "python",
    "-c",
    `import urllib.request; urllib.request.urlopen('http://127.0.0.1:${port}${path}', timeout=2)`,
  ];
}

/** The same in the JSON form of a HEALTHCHECK's CMD. */
export function probeCommand(port: number, path?: string): string {
  return `[${probeWords(port, path)
    .map((word) => JSON.stringify(word))
    .join(", ")}]`;
}

/** The port to probe: the one that the file tells, else the course's. */
export function probedPort(subject: DockerfileSubject): number {
  return appPort(subject.dockerfile, subject.final) ?? listeningPort(subject) ?? COURSE.appPort;
}

/** Whether the image that is shipped can run the probe. */
export function hasPython({ final }: Pick<DockerfileSubject, "final">): boolean {
  const image = rootImage(final);
  return image !== undefined && baseHasProgram(image, "python") === true;
}
