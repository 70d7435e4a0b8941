import assert from "node:assert/strict";
import fc from "fast-check";
import { isGradedBuild } from "../../../src/core/compose/rewrite-build";
import { rewriteProject } from "../../../src/core/compose/rewrite-project";
import { withImages } from "../../../src/core/compose/with-images";

const FOLDER = "/home/ada/app";
const LIMITS = { mem_limit: "512m", pids_limit: 256, stop_grace_period: "0s", restart: "no", pull_policy: "never" };
const build = { context: FOLDER, dockerfile: "Dockerfile" };
const redis = { image: "redis:7-alpine" };

const rewrite = (services: unknown, rest: object = {}) =>
  rewriteProject({ name: "learner", services, ...rest }, FOLDER);
const api = (definition: object, rest: object = {}) => {
  const rewritten = rewrite({ api: { build, ...definition }, redis }, rest);
  return { ...rewritten, service: rewritten.request.project.services.api ?? {} };
};

describe("the project that a run starts", () => {
  it("has nothing of the learner's names, tags, ports, restarts and limits", () => {
    const { service, request, builds, notes } = api({
      build: { ...build, tags: ["learner/app:v1"], labels: { a: "b" }, cache_to: ["x"] },
      image: "learner/app:latest",
      ports: [{ target: 5000, published: "5000" }],
      restart: "always",
      labels: { a: "b" },
      stop_signal: "SIGQUIT",
      stop_grace_period: "10m0s",
      deploy: { replicas: 3 },
      mem_limit: "8589934592",
      logging: { driver: "syslog" },
      command: null,
      entrypoint: null,
    });
    assert.deepEqual(service, { networks: { default: {} }, ...LIMITS });
    assert.deepEqual(request.publish, { api: 5000 });
    assert.deepEqual(builds, [{ service: "api", context: ".", dockerfile: "Dockerfile" }]);
    assert.deepEqual(notes, []);
    assert.ok(!("name" in request.project));
  });

  it("takes the image that was built in the place of the build, and the one that is named elsewhere", () => {
    const { services } = withImages(api({}).request, new Map([["api", "sha256:abc"]])).project;
    assert.equal(services.api?.image, "sha256:abc");
    assert.equal(services.redis?.image, "redis:7-alpine");
  });

  it("keeps what concerns the container itself", () => {
    const own = {
      command: ["python", "src/app.py"],
      entrypoint: [],
      working_dir: "/app",
      user: "1000:1000",
      init: true,
      read_only: true,
      tmpfs: ["/tmp"],
      cap_drop: ["ALL"],
      shm_size: "1048576",
      ulimits: { nofile: 1024 },
      hostname: "counter",
      environment: { REDIS_URL: "redis://redis:6379", EMPTY: "" },
    };
    const { environment, ...others } = own;
    const { service, notes } = api({ ...others, environment: { ...environment, FROM_THE_HOST: null } });
    assert.deepEqual(service, { ...own, networks: { default: {} }, ...LIMITS });
    assert.deepEqual(notes, []);
  });

  it("has the services that api and redis need, and no others", () => {
    const rewritten = rewrite({
      api: { build, depends_on: { db: { condition: "service_healthy", restart: true, required: true } } },
      db: { image: "postgres", depends_on: { seed: { condition: "service_completed_successfully", required: false } } },
      seed: { image: "busybox" },
      redis,
      admin: { image: "adminer", privileged: true },
    });
    const { services } = rewritten.request.project;
    assert.deepEqual(Object.keys(services).sort(), ["api", "db", "redis", "seed"]);
    assert.deepEqual(services.api?.depends_on, { db: { condition: "service_healthy" } });
    assert.deepEqual(services.db?.depends_on, {
      seed: { condition: "service_completed_successfully", required: false },
    });
    assert.deepEqual(rewritten.notes, []);
  });

  it("goes without a provider, and nothing waits for it", () => {
    const errand = { provider: { type: "evil" } };
    const { request, notes } = rewrite({ api: { build, depends_on: { errand: {} } }, redis, errand });
    assert.deepEqual(Object.keys(request.project.services), ["api", "redis"]);
    assert.equal(request.project.services.api?.depends_on, undefined);
    assert.ok(notes.every((note) => note.kind === "never-run" && note.path[1] === "errand"));
    assert.ok(notes.length > 0);
  });

  for (const [key, value, kind] of [
    ["privileged", true, "unsafe"],
    ["cap_add", ["SYS_ADMIN"], "unsafe"],
    ["devices", [{ source: "/dev/kmsg" }], "unsafe"],
    ["pid", "host", "unsafe"],
    ["ipc", "host", "unsafe"],
    ["network_mode", "host", "unsafe"],
    ["security_opt", ["seccomp:unconfined"], "unsafe"],
    ["volumes_from", ["container:other"], "unsafe"],
    ["use_api_socket", true, "unsafe"],
    ["post_start", [{ command: ["x"] }], "never-run"],
    ["pre_stop", [{ command: ["x"] }], "never-run"],
    ["models", { llm: null }, "never-run"],
    ["a_key_of_next_year", { x: 1 }, "unsupported"],
  ] as const) {
    it(`goes without ${key}, and says so`, () => {
      const { service, notes } = api({ [key]: value });
      assert.ok(!(key in service));
      assert.deepEqual(
        notes.map((note) => [note.kind, note.path.join(".")]),
        [[kind, `services.api.${key}`]],
      );
    });
  }

  it("has networks of its own, with the learner's aliases and container names as addresses", () => {
    const cache = {
      ...redis,
      container_name: "my-redis",
      networks: { back: { aliases: ["cache"], ipv4_address: "10.1.2.3" } },
    };
    const networks = {
      back: { name: "learner-net", external: true, driver: "macvlan", ipam: { config: [{ subnet: "10.1.2.0/24" }] } },
      closed: { name: "x", internal: true },
    };
    const { project } = rewrite(
      { api: { build, networks: { back: null, closed: null } }, redis: cache },
      { networks },
    ).request;
    assert.deepEqual(project.services.redis?.networks, { back: { aliases: ["cache", "my-redis"] } });
    assert.deepEqual(project.networks, { back: {}, closed: { internal: true } });
  });

  it("has volumes of its own", () => {
    const volumes = {
      data: { name: "learner-data", external: true },
      disk: { driver: "local", driver_opts: { type: "none", o: "bind", device: "/etc" } },
      unused: {},
    };
    const mounts = [
      { type: "volume", source: "data", target: "/data", volume: { nocopy: true, subpath: "a" } },
      { type: "volume", source: "disk", target: "/disk", read_only: true, volume: {} },
      { type: "volume", target: "/anonymous", volume: {} },
      { type: "tmpfs", target: "/memory", tmpfs: { size: "1000" } },
      { type: "npipe", source: "x", target: "y" },
    ];
    const { request, service, notes } = api({ volumes: mounts }, { volumes });
    assert.deepEqual(request.project.volumes, { data: {}, disk: {} });
    assert.deepEqual(service.volumes, [
      { type: "volume", target: "/data", volume: { nocopy: true }, source: "data" },
      { type: "volume", target: "/disk", read_only: true, source: "disk" },
      { type: "volume", target: "/anonymous" },
      { type: "tmpfs", target: "/memory", tmpfs: { size: "1000" } },
    ]);
    assert.deepEqual(
      notes.map(({ path }) => path.join(".")),
      ["services.api.volumes.4"],
    );
  });

  it("mounts copies of the folder's own files, and nothing from outside", () => {
    const { request, service, notes } = api({
      volumes: [
        { type: "bind", source: `${FOLDER}/src`, target: "/app/src", read_only: true, bind: { propagation: "shared" } },
        { type: "bind", source: FOLDER, target: "/all" },
        { type: "bind", source: "/var/run/docker.sock", target: "/var/run/docker.sock" },
        { type: "bind", source: `${FOLDER}/../other`, target: "/other" },
      ],
    });
    assert.equal(service.volumes, undefined);
    assert.deepEqual(request.binds, [
      { service: "api", source: `${FOLDER}/src`, target: "/app/src", readOnly: true },
      { service: "api", source: FOLDER, target: "/all", readOnly: false },
    ]);
    assert.deepEqual(
      notes.map((note) => [note.kind, note.path.join(".")]),
      [
        ["unsafe", "services.api.volumes.2"],
        ["unsafe", "services.api.volumes.3"],
      ],
    );
  });

  it("takes configs and secrets from the project and the folder only", () => {
    const { request, service, notes } = api(
      {
        configs: [
          { source: "inline", target: "/etc/inline", mode: "0440" },
          { source: "file" },
          { source: "swarm", target: "/x" },
        ],
        secrets: [{ source: "key" }, { source: "shadow", target: "/run/secrets/shadow" }, { source: "variable" }],
      },
      {
        configs: { inline: { content: "a=b" }, file: { file: `${FOLDER}/app.conf` }, swarm: { external: true } },
        secrets: {
          key: { file: `${FOLDER}/key.txt` },
          shadow: { file: "/etc/shadow" },
          variable: { environment: "HOME" },
        },
      },
    );
    assert.deepEqual(service.configs, [{ source: "inline", target: "/etc/inline", mode: "0440" }]);
    assert.deepEqual(request.project.configs, { inline: { content: "a=b" } });
    assert.equal(request.project.secrets, undefined);
    assert.deepEqual(
      request.binds.map(({ source, target, readOnly }) => [source, target, readOnly]),
      [
        [`${FOLDER}/app.conf`, "/file", true],
        [`${FOLDER}/key.txt`, "/run/secrets/key", true],
      ],
    );
    assert.deepEqual(
      notes.map(({ kind }) => kind),
      ["unsupported", "unsafe", "unsupported"],
    );
  });

  it("builds other services from the folder too, with target and arguments", () => {
    const own = {
      context: `${FOLDER}/cache`,
      dockerfile: "../Dockerfile.cache",
      target: "run",
      args: { TAG: "7", HOST: null },
    };
    const { builds } = rewrite({ api: { build }, redis: { build: own } });
    assert.deepEqual(builds[1], {
      service: "redis",
      context: "cache",
      dockerfile: "Dockerfile.cache",
      target: "run",
      args: { TAG: "7" },
    });
    assert.deepEqual(builds.map(isGradedBuild), [true, false]);
  });

  for (const [title, own] of [
    ["outside the folder", { context: "/home/ada/other" }],
    ["with a Dockerfile outside", { context: FOLDER, dockerfile: "../Dockerfile" }],
    ["with a Dockerfile at an absolute path outside", { context: FOLDER, dockerfile: "/etc/passwd" }],
    ["from the network", { context: "https://github.com/a/b.git" }],
  ] as const) {
    it(`starts no service that builds ${title}`, () => {
      const { request, builds, notes } = rewrite({ api: { build }, redis: { build: own } });
      assert.deepEqual(Object.keys(request.project.services), ["api"]);
      assert.equal(builds.length, 1);
      assert.deepEqual(
        notes.map(({ path }) => path),
        [["services", "redis"]],
      );
    });
  }

  it("shortens the wait only where a service waits for another's health", () => {
    const healthcheck = { test: ["CMD", "true"], interval: "10s", retries: 3 };
    const { services } = rewrite({
      api: { build, healthcheck, depends_on: { redis: { condition: "service_healthy" } } },
      redis: { ...redis, healthcheck },
    }).request.project;
    assert.deepEqual(services.api?.healthcheck, healthcheck);
    assert.deepEqual(services.redis?.healthcheck, { ...healthcheck, interval: "500ms", retries: 60 });
  });

  it("is made of any value whatever, without an error", () => {
    const key = fc.constantFrom(
      "services",
      "api",
      "redis",
      "build",
      "volumes",
      "depends_on",
      "networks",
      "__proto__",
      "x",
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.jsonValue(),
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(key, tie("value"), { maxKeys: 5 }),
      ),
    }));
    fc.assert(fc.property(value, (project) => rewriteProject(project, FOLDER).builds.length >= 0));
  });
});
