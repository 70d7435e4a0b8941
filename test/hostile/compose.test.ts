import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { CANARY, gradeHostile, withApp } from "./hostile-stage";

/** Prints all that a container is given, and ends. */
const TELL_ALL = `import os, sys\nprint(sorted(f"{name}={value}" for name, value in os.environ.items()))\nsys.exit(3)\n`;

const compose = (environment: string) => `
services:
  api:
    build: .
    ports: ["5000:5000"]
    environment: ${environment}
    depends_on: [redis]
  redis:
    image: redis:7-alpine
`;

describe("A Compose project of work that nobody has read", function () {
  this.timeout(90_000);

  it("gets no variable of the machine that grades, and no proxy with a password", async () => {
    const files = { ...withApp(TELL_ALL), "docker-compose.yml": compose("{LEAK: '${TEACHERS_SECRET:-nothing}'}") };
    const env = { HTTPS_PROXY: `http://teacher:${CANARY}@proxy.example`, COMPOSE_FILE: "/nowhere.yml" };
    const { check } = await gradeHostile({ files, env, only: ["compose"] });
    const [up] = check("compose").parts.filter(({ id }) => id === "up");
    assert.equal(up?.status, "failed");
    assert.match(up.observed ?? "", /'LEAK=nothing'/);
    assert.doesNotMatch(up.observed ?? "", /proxy/i);
  });

  it("takes nothing from files beside the one that is graded", async () => {
    const other = (text: string) => compose(`{FROM: ${text}}`);
    const files = {
      ...withApp(TELL_ALL),
      "docker-compose.yml": compose("{FROM: graded}"),
      "docker-compose.override.yml": other("override"),
      "other.yml": other("other"),
      ".env":
        "COMPOSE_FILE=other.yml\nCOMPOSE_PROJECT_NAME=theirs\nDOCKER_HOST=tcp://192.0.2.1:2375\nCOMPOSE_PROFILES=x\n",
    };
    const { check } = await gradeHostile({
      files,
      only: ["compose"],
      also: (folder) => writeFileSync(join(folder, "compose.override.yaml"), other("override")),
    });
    const [up] = check("compose").parts.filter(({ id }) => id === "up");
    assert.match(up?.observed ?? "", /'FROM=graded'/, check("compose").observed);
  });

  it("with a hog in it is stopped, and the report says why", async () => {
    const hog = "hog = []\nwhile True: hog.append(bytearray(10_000_000))\n";
    const files = { ...withApp(hog), "docker-compose.yml": compose("{}") };
    const { check } = await gradeHostile({ files, only: ["compose"] });
    const [up] = check("compose").parts.filter(({ id }) => id === "up");
    assert.equal(up?.status, "failed");
    assert.match(up.observed ?? "", /ran out of the 512 MB of memory/);
  });
});
