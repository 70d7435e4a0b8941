import { isChallengeProject } from "../lint/is-challenge-project";
import type { DockerfileSubject } from "../lint/subjects";
import { startCommand } from "./start-command";

const SERVERS = /^(flask|gunicorn|uvicorn|hypercorn|waitress-serve|uwsgi|fastapi)$/;

/** Whether what is shipped answers web requests, as far as the files tell: by its start command, or as the challenge's app. */
export function servesWeb({ dockerfile, final, project }: DockerfileSubject): boolean {
  const words = (startCommand(dockerfile, final)?.words ?? []).map(({ text }) => text.split("/").at(-1) ?? "");
  return words.some((word) => SERVERS.test(word)) || isChallengeProject(project);
}
