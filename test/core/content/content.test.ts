import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { cardForCheck, fixFor, matchCard, type Card } from "../../../src/core/content/card";
import { parseHintLadder, solutionFiles, withSolutions } from "../../../src/core/content/hint-ladder";
import { completionEvent, factsOf } from "../../../src/core/content/page";
import { linesFor, shellOf } from "../../../src/core/content/shell-command";

describe("the shell of a terminal", () => {
  const cases: readonly (readonly [string, boolean, string])[] = [
    ["C:\\Program Files\\Git\\bin\\bash.exe", true, "posix"],
    ["C:\\WINDOWS\\System32\\WindowsPowerShell\\v1.0\\powershell.exe", true, "powershell"],
    ["C:\\WINDOWS\\system32\\cmd.exe", true, "cmd"],
    ["C:\\WINDOWS\\system32\\wsl.exe", true, "posix"],
    ["/usr/bin/pwsh", false, "powershell"],
    ["/bin/zsh", false, "posix"],
    ["fish", false, "posix"],
    ["", true, "powershell"],
    ["", false, "posix"],
  ];
  for (const [program, windows, shell] of cases) {
    it(`is ${shell} for “${program}”${windows ? " on Windows" : ""}`, () =>
      assert.equal(shellOf(program, windows), shell));
  }

  it("gets its own lines, or the ones that all share", () => {
    assert.deepEqual(linesFor({ id: "a", run: "docker version" }, "cmd"), ["docker version"]);
    const own = { id: "a", posix: ["p"], powershell: ["w"], cmd: ["c"] };
    assert.deepEqual(linesFor(own, "powershell"), ["w"]);
  });
});

describe("a ladder of hints", () => {
  const text = (rungs: readonly string[]): string =>
    `# Title\n\n${rungs.map((rung) => `## ${rung}\n\ntext of ${rung}\n`).join("\n")}`;
  const all = ["Idea", "Where to look", "Skeleton", "Lines", "Solution"];

  it("has its rungs in order", () => {
    const ladder = parseHintLadder(text(all));
    assert.equal(ladder.title, "Title");
    assert.deepEqual(
      ladder.rungs.map(({ text }) => text),
      all.map((rung) => `text of ${rung}`),
    );
  });

  it("is refused when a rung is missing, empty or out of order", () => {
    assert.throws(() => parseHintLadder(text(all.slice(1))), /sections/);
    assert.throws(() => parseHintLadder(text([...all].reverse())), /sections/);
    assert.throws(() => parseHintLadder("# Title\n\n" + all.map((rung) => `## ${rung}\n`).join("\n")), /empty/);
  });

  it("takes files of the solution in as they are", () => {
    assert.deepEqual(solutionFiles("see {{solution:Dockerfile}}"), ["Dockerfile"]);
    assert.equal(
      withSolutions("{{solution:Dockerfile}}", new Map([["Dockerfile", "FROM $&\n"]])),
      "```dockerfile\nFROM $&\n```",
    );
  });
});

describe("troubleshooting cards", () => {
  const cards: readonly Card[] = [
    { id: "a", title: "", matches: ["port is already allocated"], samples: [], cause: "", fix: { all: "x" } },
    { id: "b", title: "", matches: ["port"], samples: [], cause: "", fix: { windows: "w", mac: "m", linux: "l" } },
    { id: "c", title: "", matches: [], checks: ["image-size"], samples: [], cause: "", fix: { all: "x" } },
  ];

  it("are found by a line of output, the first one first, whatever the case", () => {
    assert.equal(matchCard(cards, ["hello", "Bind failed: Port is ALREADY allocated"])?.card.id, "a");
    assert.equal(matchCard(cards, ["another port"])?.line, "another port");
    assert.equal(matchCard(cards, ["nothing of the kind"]), undefined);
  });

  it("stand for a check where no line leads to another", () => {
    assert.equal(cardForCheck(cards, "image-size", [])?.card.id, "c");
    assert.equal(cardForCheck(cards, "compose", []), undefined);
  });

  it("say that a health check fails only where one has been run", () => {
    const real = JSON.parse(readFileSync("challenge/troubleshooting.json", "utf8")) as readonly Card[];
    assert.equal(cardForCheck(real, "healthcheck", ["The image has no health check."]), undefined);
    const ran = "Docker ran the image's health check and reports unhealthy; expected healthy.";
    assert.equal(cardForCheck(real, "healthcheck", [ran])?.card.id, "health-check-fails");
  });

  it("have one fix for each system", () => {
    assert.equal(fixFor(cards[1]!, "mac"), "m");
    assert.equal(fixFor(cards[0]!, "mac"), "x");
  });
});

describe("a page's tick", () => {
  it("waits for all of its facts, and gives them back", () => {
    const doneWhen = ["answered.s0-q1", "verified.hello-world"] as const;
    const event = completionEvent({ id: "a", title: "", description: [], doneWhen });
    assert.equal(event, "onContext:dockerizeCoach.answered.s0-q1 && dockerizeCoach.verified.hello-world");
    assert.deepEqual(factsOf(event), doneWhen);
  });
});
