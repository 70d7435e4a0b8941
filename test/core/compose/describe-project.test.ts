import assert from "node:assert/strict";
import { describeProject } from "../../../src/core/compose/describe-project";

const FOLDER = "/home/ada/app";
const build = { context: FOLDER, dockerfile: "Dockerfile" };
const ports = [{ mode: "ingress", target: 5000, published: "5000", protocol: "tcp" }];
const redis = { image: "redis:7-alpine" };

function gaps(services: unknown, raw?: unknown) {
  return describeProject({ services }, FOLDER, raw).map(({ requirement }) => requirement);
}

describe("a Compose project", () => {
  it("lacks nothing with an api that builds the folder and publishes 5000, and redis", () => {
    assert.deepEqual(gaps({ api: { build, ports }, redis }), []);
  });

  for (const port of [
    { target: 5000 },
    { target: 5000, published: "8080", protocol: "tcp", host_ip: "127.0.0.1", mode: "host" },
    { target: "5000", protocol: "tcp" },
  ]) {
    it(`publishes the app's port with ${JSON.stringify(port)}`, () => {
      assert.deepEqual(gaps({ api: { build, ports: [{ target: 8000, protocol: "tcp" }, port] }, redis }), []);
    });
  }

  for (const wrong of [
    undefined,
    [],
    [{ target: 8000, published: "5000", protocol: "tcp" }],
    [{ target: 5000, protocol: "udp" }],
  ]) {
    it(`does not publish the app's port with ${JSON.stringify(wrong)}`, () => {
      assert.deepEqual(gaps({ api: { build, ports: wrong }, redis }), ["api-publishes-port"]);
    });
  }

  it("says which port it publishes instead", () => {
    const [gap] = describeProject({ services: { api: { build, ports: [{ target: 8000 }] }, redis } }, FOLDER);
    assert.match(gap?.observed ?? "", /publishes the container's port 8000; expected 5000/);
    assert.deepEqual(gap?.path, ["services", "api", "ports"]);
  });

  for (const [title, api, words] of [
    ["starts a ready-made image", { image: "myapp:latest", ports }, /ready-made image myapp:latest/],
    ["builds a folder inside", { build: { context: `${FOLDER}/src` }, ports }, /builds from src/],
    ["builds a folder outside", { build: { context: "/home/ada" }, ports }, /builds from \/home\/ada/],
    ["builds from the network", { build: { context: "https://github.com/a/b.git" }, ports }, /builds from https:/],
    [
      "builds from inline lines",
      { build: { context: FOLDER, dockerfile_inline: "FROM x" }, ports },
      /inside the Compose file/,
    ],
  ] as const) {
    it(`does not build the folder where api ${title}`, () => {
      const [gap, ...others] = describeProject({ services: { api, redis } }, FOLDER);
      assert.equal(gap?.requirement, "api-builds-folder");
      assert.match(gap.observed, words);
      assert.deepEqual(others, []);
    });
  }

  it("names the services that are there where none is named api", () => {
    const [gap] = describeProject({ services: { web: { build, ports }, redis } }, FOLDER);
    assert.match(gap?.observed ?? "", /`web`, `redis`; expected a service named `api`/);
  });

  it("lacks redis where there is no such service, or only with a profile", () => {
    assert.deepEqual(gaps({ api: { build, ports } }), ["redis-service"]);
    const raw = { services: { api: { build: "." }, redis: { ...redis, profiles: ["cache"] } } };
    const found = describeProject({ services: { api: { build, ports } } }, FOLDER, raw);
    assert.deepEqual(
      found.map((gap) => [gap.requirement, gap.path.join(".")]),
      [["redis-service", "services.redis.profiles"]],
    );
    assert.match(found[0]?.observed ?? "", /profile/);
    assert.deepEqual(gaps({ api: { build, ports }, redis: { ...redis, profiles: ["cache"] } }), ["redis-service"]);
  });

  for (const resolved of [undefined, null, [], "x", { services: 3 }, { services: { api: null, redis: 7 } }]) {
    it(`is no reason to fall over: ${JSON.stringify(resolved)}`, () => {
      assert.ok(describeProject(resolved, FOLDER).length > 0);
    });
  }
});
