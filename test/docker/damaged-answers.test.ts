import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import { once } from "node:events";
import { join } from "node:path";
import { EngineFault } from "../../src/core/container-engine";
import { askEngine } from "../../src/docker/ask/ask-engine";
import { askTwice } from "../../src/docker/ask/ask-twice";
import { connect, type Connection } from "../../src/docker/endpoint/connect";
import { CONTAINERS, readAnswer } from "../../src/docker/ask/engine-answers";
import { lookAtContainer } from "../../src/docker/container/look-at-container";
import { tempFolder, type TempFolder } from "../support/temp-folder";

const signal = new AbortController().signal;
const ID = "a".repeat(64);
const RUNS = {
  Id: ID,
  State: { Status: "running", Running: true, Restarting: false, OOMKilled: false, Pid: 7, ExitCode: 0, Error: "" },
  NetworkSettings: { Ports: {}, Networks: {} },
  Mounts: [],
};
const ENDED = { ...RUNS, State: { ...RUNS.State, Status: "exited", Running: false, ExitCode: 1 } };

/** Answers that the engine sends one after the other, the last of them again and again. */
type Script = readonly (string | { readonly brokenOffAfter: string })[];

describe("What the engine says is believed only", () => {
  let folder: TempFolder;
  let server: Server;
  let connection: Connection;

  async function engineSays(...script: Script): Promise<Connection["docker"]> {
    let next = 0;
    server = createServer((_, response) => {
      const answer = script[Math.min(next++, script.length - 1)] ?? "";
      const text = typeof answer === "string" ? answer : answer.brokenOffAfter;
      response.writeHead(200, {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(text) + (typeof answer === "string" ? 0 : 100),
      });
      response.write(text, () => typeof answer === "string" || response.destroy());
      if (typeof answer === "string") response.end();
    });
    const path = join(folder.path, "engine.sock");
    await once(server.listen(path), "listening");
    const endpoint = {
      host: `unix://${path}`,
      from: "the test",
      transport: { kind: "socket", path },
      local: true,
      cliEnv: {},
    } as const;
    connection = connect(endpoint, { program: undefined, env: {} });
    return connection.docker;
  }

  beforeEach(() => (folder = tempFolder({})));
  afterEach(() => {
    connection.close();
    server.close();
    folder[Symbol.dispose]();
  });

  it("whole: an answer that breaks off is a fault at once, not after the limit", async () => {
    const docker = await engineSays({ brokenOffAfter: '{"Containers":' });
    await assert.rejects(
      askEngine("say who it is", signal, () => docker.version()),
      (error: unknown) => {
        assert.ok(error instanceof EngineFault);
        return /stopped answering/.test(error.text.observed);
      },
    );
  }).timeout(5_000);

  it("twice: one look that says otherwise decides nothing", async () => {
    const docker = await engineSays(JSON.stringify(ENDED), JSON.stringify(RUNS));
    assert.equal((await lookAtContainer(docker, ID, signal)).State.Running, true);
  });

  it("where it makes sense: damaged letters are read once more", async () => {
    const docker = await engineSays(JSON.stringify(RUNS).replace("Running", "Rxnning"), JSON.stringify(RUNS));
    assert.equal((await lookAtContainer(docker, ID, signal)).State.Running, true);
  });

  it("as a list where it is one: half of one is not an empty one", async () => {
    const docker = await engineSays('[{"Id":"');
    const list = async () => readAnswer(CONTAINERS, await docker.listContainers());
    await assert.rejects(askTwice("list the containers", signal, list), /cannot be believed/);
  });

  it("and not for ever: where no two answers agree, that is the cause", async () => {
    const answers = Array.from({ length: 20 }, (_, pid) =>
      JSON.stringify({ ...RUNS, State: { ...RUNS.State, Pid: pid } }),
    );
    const docker = await engineSays(...answers);
    await assert.rejects(lookAtContainer(docker, ID, signal), /each time its answer was another/);
  });
});
