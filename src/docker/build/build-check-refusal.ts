import type { FaultText } from "../../core/container-engine";
import { classifyFailure } from "./build-failure";
import type { DockerOutcome } from "../command/docker-cli";

export const NEEDS_DOCKER = "Docker's build checks are done by Docker itself. What the coach finds needs none.";
const CAME_WITH =
  "They came in the middle of 2024, with buildx 0.15 and Docker 27. What the coach finds needs none of it.";

/** Why `docker buildx build --call=check` has printed no report, told from what it printed instead. */
export function whyNoReport({ exitCode, stderr }: DockerOutcome): FaultText {
  const line = stderr.trim().split("\n").at(-1) ?? "";
  const said = line.replace(/^ERROR: |failed to (build|solve): /g, "").trim() || `exit code ${exitCode}`;
  if (/is not a docker command|unknown command|unknown shorthand flag/.test(stderr)) {
    const next =
      "Install the package `docker-buildx-plugin` (or `docker-buildx`), or update Docker Desktop, then try again.";
    return { observed: "Docker's build plugin `buildx` is not installed.", why: NEEDS_DOCKER, next };
  }
  if (/unknown flag: --(call|check)|invalid argument|unsupported request frontend\.lint/.test(stderr)) {
    const next =
      "Update Docker (`docker version` and `docker buildx version` tell which one you have), then try again.";
    return { observed: `This Docker is too old for build checks: ${said}`, why: CAME_WITH, next };
  }
  const failure = classifyFailure({ message: said, output: [], fromSubmission: false });
  if (failure.kind === "fault") return failure.text;
  const next = "Look at what Docker says above, mend it, then run the build checks again.";
  return { observed: `Docker's build checks could not begin: ${said}`, why: NEEDS_DOCKER, next };
}
