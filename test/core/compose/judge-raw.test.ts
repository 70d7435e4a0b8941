import assert from "node:assert/strict";
import { judgeRaw } from "../../../src/core/compose/judge-raw";
import { lineRange } from "../../../src/core/text";

const judge = (document: unknown) =>
  judgeRaw(document, () => undefined).map(({ path, severity }) => [path.join("."), severity]);

describe("a raw Compose file", () => {
  it("passes as the challenge asks for it", () => {
    const services = {
      api: { build: ".", ports: ["5000:5000"], depends_on: ["redis"] },
      redis: { image: "redis:7-alpine" },
    };
    assert.deepEqual(judge({ services, volumes: { redis_data: null } }), []);
  });

  it("loses a provider that api and redis can do without", () => {
    assert.deepEqual(judge({ services: { errand: { provider: { type: "evil" } } } }), [
      ["services.errand.provider", "dropped"],
    ]);
  });

  for (const service of ["api", "redis"]) {
    it(`is refused where ${service} is a program on the host`, () => {
      assert.deepEqual(judge({ services: { [service]: { provider: { type: "evil" } } } }), [
        [`services.${service}.provider`, "refused"],
      ]);
    });
  }

  it("loses models and lifecycle hooks", () => {
    const api = { models: ["llm"], post_start: [{ command: "x" }], pre_stop: [{ command: "x" }] };
    assert.deepEqual(judge({ models: { llm: { model: "ai/x" } }, services: { api } }), [
      ["models", "dropped"],
      ["services.api.models", "dropped"],
      ["services.api.post_start", "dropped"],
      ["services.api.pre_stop", "dropped"],
    ]);
  });

  for (const include of [
    "../shared.yaml",
    ["compose.db.yaml", "a/../../shared.yaml"],
    "/etc/compose.yaml",
    "C:\\shared.yaml",
    "~/compose.yaml",
    "${HOME}/compose.yaml",
    "https://github.com/a/b.git",
    "github.com/a/b",
    "git@example.com:a/b.git",
    "oci://registry.example/a:1",
    { path: ["compose.db.yaml", "../shared.yaml"] },
    { path: "db/compose.yaml", project_directory: ".." },
    { path: "db/compose.yaml", env_file: "../.env" },
  ]) {
    it(`is refused where it includes ${JSON.stringify(include)}`, () => {
      assert.deepEqual(judge({ include }), [["include", "refused"]]);
    });
  }

  it("may include and extend files of its own folder", () => {
    const services = { api: { extends: { file: "./common/base.yaml", service: "base" } }, redis: { extends: "cache" } };
    assert.deepEqual(judge({ include: ["db/compose.yaml", { path: "x/../y.yaml" }], services }), []);
  });

  it("is refused where a service extends one of a parent folder", () => {
    const services = { api: { extends: { file: "../base.yaml", service: "base" } } };
    assert.deepEqual(judge({ services }), [["services.api.extends", "refused"]]);
  });

  it("is told the line, and the name of what is refused", () => {
    const [finding] = judgeRaw({ include: ["../shared.yaml"] }, (path) =>
      path[0] === "include" ? lineRange(4) : undefined,
    );
    assert.deepEqual(finding?.range, lineRange(4));
    assert.match(finding?.message ?? "", /include.*\.\.\/shared\.yaml.*outside the folder/);
  });

  for (const document of [
    undefined,
    null,
    7,
    "text",
    [],
    { services: null },
    { services: [1] },
    { services: { api: 3 } },
  ]) {
    it(`is no reason to fall over: ${JSON.stringify(document)}`, () => assert.deepEqual(judge(document), []));
  }
});
