import { appendFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BenchSubmission } from "./bench-submission";
import { edit, solution } from "./variations";

const COMPOSE = "docker-compose.yml";

/** A shell's would end sooner or later by its own failures, each time in another way. */
const FORK_BOMB = String.raw`import os, time\nwhile True:\n  try: os.fork()\n  except OSError: time.sleep(1)`;

/** Somebody who means harm: what never ends, what grows, and what would reach outside of its folder. */
export const HOSTILE: readonly BenchSubmission[] = [
  hostile("endless-build", { "slim-base": "passed", "image-builds": "errored" }, (folder) =>
    edit(folder, /^USER /m, "RUN sleep infinity\nUSER "),
  ),
  hostile("fork-bomb", { "image-builds": "passed", "container-healthy": "failed" }, (folder) =>
    edit(folder, /^CMD \["python".*$/m, `CMD ["python", "-c", "${FORK_BOMB}"]`),
  ),
  hostile("memory-hog", { "image-builds": "passed", "container-healthy": "failed" }, (folder) =>
    edit(folder, /^CMD \["python".*$/m, `CMD ["python", "-c", "x = []\\nwhile True: x.append(bytearray(10**7))"]`),
  ),
  hostile("docker-socket", { compose: "failed" }, (folder) =>
    edit(folder, /- \.\/src:\/app\/src:ro/, "- /var/run/docker.sock:/var/run/docker.sock", COMPOSE),
  ),
  hostile("privileged", { compose: "failed" }, (folder) =>
    edit(folder, /^ {4}build: \.$/m, "    build: .\n    privileged: true\n    pid: host", COMPOSE),
  ),
  hostile("include-from-outside", { compose: "failed" }, (folder) =>
    edit(folder, /^services:/, "include:\n  - ../../outside.yml\nservices:", COMPOSE),
  ),
  hostile("dockerfile-is-a-link", { "dockerfile-exists": "failed" }, (folder) => {
    rmSync(join(folder, "Dockerfile"));
    symlinkSync("/etc/passwd", join(folder, "Dockerfile"));
  }),
  hostile("=cmd|' -C calc'!A0 <img src=x onerror=alert(1)>", { "dockerfile-exists": "failed" }, (folder) => {
    writeFileSync(join(folder, "Dockerfile"), "\u001b[2J\u001b]0;owned\u0007 <script>alert(1)</script>\n");
    appendFileSync(join(folder, COMPOSE), "# \u202e\n");
  }),
];

function hostile(
  name: string,
  expected: BenchSubmission["expected"],
  spoil: (folder: string) => void,
): BenchSubmission {
  return {
    name,
    kind: "hostile",
    expected,
    write(folder) {
      solution(folder);
      spoil(folder);
    },
  };
}
