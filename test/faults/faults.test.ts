import { strict as assert } from "node:assert";
import { FAULT_KINDS, faultWords } from "./fault-kind";
import { runCampaign, type DoneRun } from "./campaign";

const FAULTS = 40;

describe("A grading run whose way to the engine breaks", function () {
  this.timeout(20 * 60_000);
  let done: readonly DoneRun[];

  before(async function () {
    const engine = engineSocket() ?? this.skip();
    done = await runCampaign({ seed: 7, faults: FAULTS, jobs: 2, env: process.env, engine });
  });

  it("meets faults of every kind", () => {
    const fired = done.flatMap((run) => run.fired);
    assert.ok(fired.length >= FAULTS, `${fired.length} faults struck`);
    for (const kind of FAULT_KINDS)
      assert.ok(
        fired.some((fault) => fault.kind === kind),
        kind,
      );
  });

  for (const [verdict, words] of [
    ["wrong", "gives no wrong verdict: each is as without faults, or open"],
    ["unexplained", "says the cause of what it leaves open"],
    ["hang", "is over in time"],
    ["crash", "ends with a report"],
    ["leak", "leaves nothing that outlives the next run"],
  ] as const) {
    it(words, () => {
      const bad = done.filter((run) => run.verdict === verdict);
      assert.equal(bad.length, 0, bad.map(inWords).join("\n\n"));
    });
  }
});

describe("A removal that the engine never answers", function () {
  this.timeout(10 * 60_000);

  it("holds up neither the report nor the rest of the removal, and leaves no connection", async function () {
    const engine = engineSocket() ?? this.skip();
    const silence = { call: "DELETE /containers/{id}", kind: "silence", at: 0, seed: 1 } as const;
    const replay = [1, 2, 3, 4].map((occurrence) => ({
      fixture: "crash-at-start",
      faults: [{ ...silence, occurrence }],
    }));
    const runs = await runCampaign({ seed: 1, faults: Infinity, jobs: 2, replay, env: process.env, engine });
    for (const run of runs) assert.ok(["right", "errored"].includes(run.verdict), inWords(run));
    assert.ok(runs.filter(({ fired }) => fired.length > 0).length >= 3, "most of them struck");
  });
});

function engineSocket(): string | undefined {
  const { DOCKER_HOST: host = "unix:///var/run/docker.sock" } = process.env;
  return host.startsWith("unix://") ? host.slice("unix://".length) : undefined;
}

function inWords({ planned, fired, trouble }: DoneRun): string {
  const replay = `npm run faults -- --replay '${JSON.stringify([planned])}'`;
  return [planned.fixture, ...fired.map(faultWords), ...trouble, replay].join("\n  ");
}
