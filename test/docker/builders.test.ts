import { strict as assert } from "node:assert";
import { EngineFault } from "../../src/core/container-engine";
import { chooseBuilder } from "../../src/docker/build/builders";
import type { DockerCli } from "../../src/docker/command/docker-cli";

const DOCKER = { product: "docker", version: "28.5.2", apiVersion: "1.51", store: "graph-driver" } as const;

/** A command line of some version, with a buildx of some version or none. */
function commandLine(client: string, buildx?: string): DockerCli {
  const answer = (stdout: string, exitCode = 0) => Promise.resolve({ exitCode, stdout, stderr: "" });
  return {
    program: "docker",
    run: ([first]) => {
      if (first === "--version") return answer(`Docker version ${client}, build 1234567\n`);
      return buildx === undefined ? answer("", 1) : answer(`github.com/docker/buildx ${buildx} abc\n`);
    },
  };
}

describe("the builder that is chosen", () => {
  it("is `docker build` with BuildKit's own progress, on a command line of today", async () => {
    const builder = await chooseBuilder({ cli: commandLine("28.5.2", "v0.29.1"), info: DOCKER });
    assert.deepEqual([builder.kind, builder.command, builder.args[0]], ["buildkit", ["build"], "--progress=rawjson"]);
  });

  it("is `docker buildx build` where an old command line has the plugin", async () => {
    const builder = await chooseBuilder({ cli: commandLine("20.10.24+dfsg1", "0.29.1"), info: DOCKER });
    assert.deepEqual([builder.kind, builder.command], ["buildkit", ["buildx", "build"]]);
  });

  it("is the classic one where an old command line has no plugin", async () => {
    const builder = await chooseBuilder({ cli: commandLine("20.10.24+dfsg1"), info: DOCKER });
    assert.equal(builder.kind, "classic");
  });

  it("is the classic one for Podman, whose engine has no BuildKit", async () => {
    const builder = await chooseBuilder({
      cli: commandLine("28.5.2", "v0.29.1"),
      info: { ...DOCKER, product: "podman" },
    });
    assert.equal(builder.kind, "classic");
  });

  it("does not ask an older plugin for progress that it cannot print", async () => {
    const builder = await chooseBuilder({ cli: commandLine("24.0.0", "v0.11.2"), info: DOCKER });
    assert.equal(builder.args[0], "--progress=plain");
  });

  it("is none where a command line of today lacks the plugin, and that is the machine's fault", async () => {
    await assert.rejects(chooseBuilder({ cli: commandLine("28.5.2"), info: DOCKER }), EngineFault);
  });
});
