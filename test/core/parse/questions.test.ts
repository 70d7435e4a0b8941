import assert from "node:assert/strict";
import { copiesAcross } from "../../../src/core/parse/copies-across";
import { dockerfileFacts } from "../../../src/core/parse/dockerfile-facts";
import { effectiveHealthcheck } from "../../../src/core/parse/effective-healthcheck";
import { effectiveUser, isRootUser } from "../../../src/core/parse/effective-user";
import { rootImage } from "../../../src/core/parse/root-image";
import { finalStageOf, modelOf } from "../../support/model-of";

describe("the effective user of the final stage", () => {
  const table: readonly (readonly [title: string, text: string, user: string, fromBase?: boolean])[] = [
    ["is root without USER", "FROM python:3.11-slim", "root"],
    ["is the last USER", "FROM x\nUSER a\nUSER b", "b"],
    ["is not the builder's", "FROM x AS b\nUSER app\nFROM x", "root"],
    ["comes from a local parent", "FROM x AS base\nUSER app\nFROM base", "app"],
    ["is the child's before the parent's", "FROM x AS base\nUSER app\nFROM base\nUSER root", "root"],
    ["does not come from ONBUILD", "FROM x\nONBUILD USER app", "root"],
    ["does not come from a heredoc", "FROM x\nRUN <<E\nUSER app\nE", "root"],
    ["has no quotes", 'FROM x\nUSER "app"', "app"],
    ["keeps its group", "FROM x\nUSER app:staff", "app:staff"],
    ["comes from an ARG's default", "FROM x\nARG U=app\nUSER $U", "app"],
    ["comes from a global ARG named again", "ARG U=app\nFROM x\nARG U\nUSER ${U}", "app"],
    ["does not come from a global ARG that is not named again", "ARG U=app\nFROM x\nUSER ${U}", "root"],
    ["comes from ENV", "FROM x\nENV U=app\nUSER $U", "app"],
    ["comes from the parent's ARG", "FROM x AS p\nARG U=app\nFROM p\nUSER $U", "app"],
    ["comes from the later of ARG and ENV", "FROM x\nENV U=a\nARG U=b\nUSER $U", "b"],
    ["sees an ENV line's values only behind it", "FROM x\nENV U=app V=$U\nUSER x$V", "x"],
    ["does not see what is set below", "FROM x\nUSER ${U:-first}\nENV U=second", "first"],
    ["is a default", "FROM x\nUSER ${U:-0}", "0"],
    ["is root where the variable is nothing", "FROM x\nUSER app\nUSER $U", "root"],
    ["is the base's own with a nonroot tag", "FROM gcr.io/distroless/python3:nonroot", "root", true],
    ["is the base's own with Chainguard", "FROM cgr.dev/chainguard/python:latest", "root", true],
    ["is root in the base that Chainguard builds on", "FROM cgr.dev/chainguard/wolfi-base", "root"],
    ["is what USER says, on such a base too", "FROM cgr.dev/chainguard/python\nUSER root", "root"],
  ];
  for (const [title, text, user, fromBase = false] of table) {
    it(title, () => {
      const model = modelOf(text);
      const found = effectiveUser(model, finalStageOf(model));
      assert.deepEqual([found.user, found.fromBase], [user, fromBase]);
    });
  }

  for (const user of ["root", "0", "00", "0:0", "root:staff", "0:1000", ""]) {
    it(`${user || "(nothing)"} is root`, () => assert.equal(isRootUser(user), true));
  }
  for (const user of ["app", "1000", "10", "Root", "ROOT", "roots", "app:0", "app:root"]) {
    it(`${user} is not root`, () => assert.equal(isRootUser(user), false));
  }
});

describe("the effective health check of the final stage", () => {
  const table: readonly (readonly [line: string, kind: string, tool: string | null])[] = [
    ["", "none", null],
    ["HEALTHCHECK NONE", "disabled", null],
    ["healthcheck none", "disabled", null],
    ["HEALTHCHECK CMD curl -f http://localhost:5000/health || exit 1", "defined", "curl"],
    ['HEALTHCHECK --interval=5s CMD ["curl", "-f", "x"]', "defined", "curl"],
    ['HEALTHCHECK CMD ["sh", "-c", "wget -q x"]', "defined", "wget"],
    ['HEALTHCHECK CMD ["/bin/sh", "-ec", "exec /usr/bin/curl x"]', "defined", "curl"],
    ["HEALTHCHECK CMD exec curl x", "defined", "curl"],
    ["HEALTHCHECK CMD env A=b curl x", "defined", "curl"],
    ["HEALTHCHECK CMD A=b B=c curl x", "defined", "curl"],
    ["HEALTHCHECK CMD sh -c 'curl x'", "defined", "curl"],
    ["HEALTHCHECK CMD timeout 5 curl x", "defined", "curl"],
    ["HEALTHCHECK CMD curl x | grep ok", "defined", "curl"],
    ["HEALTHCHECK CMD cd /app && python probe.py", "defined", "python"],
    ["HEALTHCHECK CMD set -e; curl x", "defined", "curl"],
    ["HEALTHCHECK CMD if ! curl x; then exit 1; fi", "defined", "curl"],
    ["HEALTHCHECK CMD (curl x)", "defined", "curl"],
    ['HEALTHCHECK CMD \\\n  python -c "import urllib.request"', "defined", "python"],
    ['HEALTHCHECK CMD python -c "curl"', "defined", "python"],
    ["HEALTHCHECK NONE\nHEALTHCHECK CMD curl x", "defined", "curl"],
    ["HEALTHCHECK CMD curl x\nHEALTHCHECK NONE", "disabled", null],
    ["# HEALTHCHECK CMD curl x", "none", null],
    ["ONBUILD HEALTHCHECK CMD curl x", "none", null],
  ];
  for (const [line, kind, tool] of table) {
    it(`${line || "nothing"} is ${kind}${tool ? ` and asks with ${tool}` : ""}`, () => {
      const found = effectiveHealthcheck(finalStageOf(modelOf(`FROM x\n${line}\n`)));
      assert.deepEqual([found.kind, found.tool], [kind, tool]);
    });
  }
  it("does not come from the builder", () => {
    assert.equal(effectiveHealthcheck(finalStageOf(modelOf("FROM x AS b\nHEALTHCHECK CMD a\nFROM x"))).kind, "none");
  });
  it("comes from a local parent", () => {
    assert.equal(effectiveHealthcheck(finalStageOf(modelOf("FROM x AS b\nHEALTHCHECK CMD a\nFROM b"))).kind, "defined");
  });
});

describe("what the final image takes from other stages", () => {
  const table: readonly (readonly [
    title: string,
    text: string,
    sources: readonly number[],
    unused: readonly number[],
  ])[] = [
    ["nothing with one stage", "FROM x", [], []],
    ["nothing from a stage that is never used", "FROM x AS b\nFROM x", [], [0]],
    ["files, by name", "FROM x AS b\nFROM x\nCOPY --from=b a c", [0], []],
    ["files, by name in other case", "FROM x AS Builder\nFROM x\nCOPY --from=BUILDER a c", [0], []],
    ["files, by index", "FROM x\nFROM x\nCOPY --from=0 a c", [0], []],
    ["files, by a mount", "FROM x AS b\nFROM x\nRUN --mount=type=bind,from=b,target=/b cp /b/a /", [0], []],
    [
      "nothing by a mount of an index, which means an image",
      "FROM x AS b\nFROM x\nRUN --mount=from=0,target=/b x",
      [],
      [0],
    ],
    ["nothing from an image elsewhere", "FROM x AS b\nFROM x\nCOPY --from=nginx:latest a c", [], [0]],
    ["nothing from its own parents", "FROM x AS base\nFROM base AS final", [], []],
    ["nothing by copying from its own parent", "FROM x AS base\nFROM base\nCOPY --from=base a c", [], []],
    ["what its parent copied", "FROM x AS b\nFROM x AS base\nCOPY --from=b a c\nFROM base", [0], []],
    ["no more than one source of a chain", "FROM x AS a\nFROM a AS b\nFROM x\nCOPY --from=b c d", [1], []],
    [
      "what a source copied counts as used",
      "FROM x AS a\nFROM x AS b\nCOPY --from=a c d\nFROM x\nCOPY --from=b c d",
      [1],
      [],
    ],
    ["nothing in ONBUILD, which is for other images", "FROM x AS b\nFROM x\nONBUILD COPY --from=b a c", [], [0]],
    ["nothing in a comment", "FROM x AS b\nFROM x\n# COPY --from=b a c", [], [0]],
    ["nothing in a heredoc", "FROM x AS b\nFROM x\nRUN <<E\nCOPY --from=b a c\nE", [], [0]],
    ["the last stage of a name that two have", "FROM x AS b\nFROM x AS b\nFROM x\nCOPY --from=b a c", [1], [0]],
    ["nothing by a copy in a stage not shipped", "FROM x AS a\nFROM x AS b\nCOPY --from=a c d\nFROM x", [], [0, 1]],
  ];
  for (const [title, text, sources, unused] of table) {
    it(title, () => {
      const found = copiesAcross(modelOf(text));
      assert.deepEqual(
        found.sources.map(({ index }) => index),
        sources,
      );
      assert.deepEqual(
        found.unused.map(({ index }) => index),
        unused,
      );
    });
  }
});

describe("the root image of the final stage", () => {
  const table: readonly (readonly [text: string, image: string | undefined])[] = [
    ["FROM python:3.11-slim", "python:3.11-slim"],
    ["FROM --platform=linux/amd64 python:3.11-slim AS a\nFROM a AS b\nFROM b", "python:3.11-slim"],
    ["ARG V=3.11\nARG BASE=python:${V}-slim\nFROM ${BASE}", "python:3.11-slim"],
    ["FROM python:${V:-3.11}-slim", "python:3.11-slim"],
    ["ARG SLIM=1\nFROM python:3.11${SLIM:+-slim}", "python:3.11-slim"],
    ["FROM python:3.11 AS builder\nFROM python:3.11-slim", "python:3.11-slim"],
    ["FROM $NOTHING", undefined],
    ["FROM Python", undefined],
  ];
  for (const [text, image] of table) {
    it(`${JSON.stringify(text)} is ${image ?? "not known"}`, () => {
      assert.equal(rootImage(finalStageOf(modelOf(text)))?.text, image);
    });
  }
});

describe("the facts of a Dockerfile", () => {
  it("tell what the checks see", () => {
    const text =
      "FROM python:3.11 AS builder\nRUN pip install flask\nFROM python:3.11-slim\nCOPY --from=builder /a /b\nUSER app\nHEALTHCHECK CMD curl x\n";
    assert.deepEqual(dockerfileFacts(modelOf(text)), {
      parses: true,
      stages: 2,
      finalBase: "python:3.11-slim",
      slim: true,
      multiStage: true,
      user: "app",
      healthcheck: "defined",
      healthcheckTool: "curl",
    });
  });
  it("are there for an empty file too", () => {
    assert.deepEqual(dockerfileFacts(modelOf("")), {
      parses: false,
      stages: 0,
      finalBase: null,
      slim: null,
      multiStage: false,
      user: "root",
      healthcheck: "none",
      healthcheckTool: null,
    });
  });
});
