import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { truncateSync, writeFileSync } from "node:fs";
import { gradeHostile, healthyApp, withApp, withStep } from "./hostile-stage";

const MB = 2 ** 20;
const only = ["image-builds", "dockerignore"] as const;

const describeHere = process.platform === "linux" && process.getuid?.() === 0 ? describe : describe.skip;

describeHere("A folder of work that nobody has read", function () {
  this.timeout(60_000);

  it("with a pipe, a device and a socket in it is graded without them", async () => {
    const { check } = await gradeHostile({
      files: withApp(healthyApp("")),
      only,
      also: (folder) => {
        execFileSync("mkfifo", [join(folder, "pipe"), join(folder, "src", "pipe")]);
        execFileSync("mknod", [join(folder, "zero"), "c", "1", "5"]);
        execFileSync("mknod", [join(folder, "disk"), "b", "7", "0"]);
      },
    });
    assert.equal(check("image-builds").status, "passed", check("image-builds").observed);
  });

  for (const name of ["Dockerfile", "docker-compose.yml", ".dockerignore", ".env", "requirements.txt"]) {
    it(`whose ${name} is a pipe keeps nobody waiting`, async () => {
      const { report } = await gradeHostile({
        also: (folder) => execFileSync("sh", ["-c", `rm -f "$1" && mkfifo "$1"`, "sh", join(folder, name)]),
        only: ["dockerfile-exists", "dockerignore"],
      });
      assert.ok(report.checks.length > 0);
    });
  }

  it("with a sparse giant of a terabyte is graded without it", async () => {
    const { check } = await gradeHostile({
      files: withStep("COPY . /all\nRUN test -e /all/requirements.txt && test ! -e /all/giant"),
      also: (folder) => {
        writeFileSync(join(folder, "giant"), "");
        truncateSync(join(folder, "giant"), 2 ** 40);
      },
      only,
    });
    assert.equal(check("image-builds").status, "passed", check("image-builds").observed);
  });

  it("with a bomb of YAML aliases is refused, in no time and no memory", async () => {
    const bomb = ["a: &a [x,x,x,x,x,x,x,x,x]"];
    for (const [from, to] of ["ab", "bc", "cd", "de", "ef", "fg", "gh", "hi"])
      bomb.push(`${to}: &${to} [${Array<string>(9).fill(`*${from}`).join(",")}]`);
    bomb.push("services: {api: {build: .}, redis: {image: redis}}", "");
    const before = process.memoryUsage.rss();
    const { check } = await gradeHostile({ files: { "docker-compose.yml": bomb.join("\n") }, only: ["compose"] });
    assert.equal(check("compose").status, "failed");
    assert.ok(process.memoryUsage.rss() - before < 200 * MB);
  });
});
