import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { type Endpoint, type Machine, resolveEndpoint } from "../../src/docker/endpoint/endpoint";

/** A machine with these files and sockets. */
function machine(part: Partial<Machine> & { files?: Record<string, string>; sockets?: readonly string[] }): Machine {
  const { files = {}, sockets = [], ...rest } = part;
  return {
    env: {},
    platform: "linux",
    homedir: "/home/ada",
    readFile: (path) => files[path],
    exists: (path) => sockets.includes(path),
    ...rest,
  };
}

function endpointOf(part: Parameters<typeof machine>[0]): Endpoint {
  const search = resolveEndpoint(machine(part));
  assert.ok(search.found, search.found ? "" : search.problem.detail);
  return search.endpoint;
}

function problemOf(part: Parameters<typeof machine>[0]): string {
  const search = resolveEndpoint(machine(part));
  assert.ok(!search.found);
  assert.ok(search.problem.next.length > 20, "says what to do next");
  return search.problem.detail;
}

const key = (name: string) => createHash("sha256").update(name).digest("hex");
const context = (folder: string, name: string, host: string, more: object = {}) => ({
  [`${folder}/contexts/meta/${key(name)}/meta.json`]: JSON.stringify({
    Name: name,
    Endpoints: { docker: { Host: host, SkipTLSVerify: false, ...more } },
  }),
});

describe("the search for the engine", () => {
  describe("DOCKER_HOST", () => {
    const hosts: readonly [host: string, transport: object, local: boolean][] = [
      ["unix:///tmp/d.sock", { kind: "socket", path: "/tmp/d.sock" }, true],
      ["unix://", { kind: "socket", path: "/var/run/docker.sock" }, true],
      ["npipe:////./pipe/docker_engine", { kind: "socket", path: "//./pipe/docker_engine" }, true],
      ["tcp://build.example:2375", { kind: "tcp", hostname: "build.example", port: 2375, secure: false }, false],
      ["tcp://127.0.0.1:2375", { kind: "tcp", hostname: "127.0.0.1", port: 2375, secure: false }, true],
      ["tcp://localhost", { kind: "tcp", hostname: "localhost", port: 2375, secure: false }, true],
      ["tcp://[::1]:1234", { kind: "tcp", hostname: "::1", port: 1234, secure: false }, true],
      ["build.example:80", { kind: "tcp", hostname: "build.example", port: 80, secure: false }, false],
      ["https://build.example", { kind: "tcp", hostname: "build.example", port: 2376, secure: true }, false],
      ["ssh://ada@build.example", { kind: "ssh" }, false],
    ];
    for (const [host, transport, local] of hosts) {
      it(`takes ${host}`, () => {
        const endpoint = endpointOf({ env: { DOCKER_HOST: host } });
        assert.deepEqual({ ...endpoint.transport, local: endpoint.local }, { ...transport, local });
        assert.deepEqual(endpoint.cliEnv, {}, "the command line reads the same variable");
      });
    }

    it("wins over DOCKER_CONTEXT, as in the docker command line", () => {
      const env = { DOCKER_HOST: "unix:///a.sock", DOCKER_CONTEXT: "other" };
      assert.equal(endpointOf({ env }).host, "unix:///a.sock");
    });

    it("reads the certificates of DOCKER_CERT_PATH with DOCKER_TLS_VERIFY", () => {
      const env = { DOCKER_HOST: "tcp://build.example", DOCKER_TLS_VERIFY: "1", DOCKER_CERT_PATH: "/certs" };
      const files = { "/certs/ca.pem": "CA", "/certs/cert.pem": "CERT", "/certs/key.pem": "KEY" };
      const endpoint = endpointOf({ env, files });
      assert.deepEqual(endpoint.tls, { ca: "CA", cert: "CERT", key: "KEY", verify: true });
      assert.equal(endpoint.transport.kind === "tcp" && endpoint.transport.port, 2376);
    });

    for (const host of ["ftp://x", "tcp://:::", "ssh://"]) {
      it(`says that ${host} names no engine`, () => {
        assert.match(problemOf({ env: { DOCKER_HOST: host } }), /DOCKER_HOST is ".+", which names no Docker engine/);
      });
    }
  });

  describe("contexts", () => {
    const folder = "/home/ada/.docker";

    it("takes the current context of Docker's configuration", () => {
      const files = {
        [`${folder}/config.json`]: '{"currentContext": "colima", "auths": {}}',
        ...context(folder, "colima", "unix:///home/ada/.colima/default/docker.sock"),
      };
      const endpoint = endpointOf({ files });
      assert.equal(endpoint.host, "unix:///home/ada/.colima/default/docker.sock");
      assert.match(endpoint.from, /"colima" \(the current context/);
      assert.deepEqual(endpoint.cliEnv, { DOCKER_CONTEXT: "colima", DOCKER_HOST: undefined });
    });

    it("takes DOCKER_CONTEXT before the current one, and DOCKER_CONFIG for the folder", () => {
      const files = {
        "/cfg/config.json": '{"currentContext": "colima"}',
        ...context("/cfg", "far", "ssh://ada@far.example"),
      };
      const endpoint = endpointOf({ files, env: { DOCKER_CONTEXT: "far", DOCKER_CONFIG: "/cfg" } });
      assert.equal(endpoint.transport.kind, "ssh");
      assert.equal(endpoint.local, false);
    });

    it("takes a context's own certificates", () => {
      const tls = `${folder}/contexts/tls/${key("far")}/docker`;
      const files = {
        ...context(folder, "far", "tcp://far.example:2376"),
        [`${tls}/ca.pem`]: "CA",
        [`${tls}/cert.pem`]: "CERT",
        [`${tls}/key.pem`]: "KEY",
      };
      const endpoint = endpointOf({ files, env: { DOCKER_CONTEXT: "far" } });
      assert.deepEqual(endpoint.tls, { ca: "CA", cert: "CERT", key: "KEY", verify: true });
    });

    it("finds them on Windows, with its own separators", () => {
      const path = `C:\\Users\\ada\\.docker\\contexts\\meta\\${key("desktop-linux")}\\meta.json`;
      const endpoint = endpointOf({
        platform: "win32",
        homedir: "C:\\Users\\ada",
        files: {
          "C:\\Users\\ada\\.docker\\config.json": '\uFEFF{"currentContext":"desktop-linux"}',
          [path]: '{"Endpoints":{"docker":{"Host":"npipe:////./pipe/dockerDesktopLinuxEngine"}}}',
        },
      });
      assert.deepEqual(endpoint.transport, { kind: "socket", path: "//./pipe/dockerDesktopLinuxEngine" });
    });

    it("says which context does not exist", () => {
      assert.match(problemOf({ env: { DOCKER_CONTEXT: "gone" } }), /context "gone" .* does not exist/);
    });

    for (const meta of [
      "{",
      "[]",
      '{"Endpoints":{"docker":{"Host":7}}}',
      '{"Endpoints":null}',
      '{"Endpoints":{"kubernetes":{}}}',
    ]) {
      it(`says that a context of ${meta} names no engine`, () => {
        const files = { [`${folder}/contexts/meta/${key("odd")}/meta.json`]: meta };
        assert.match(problemOf({ files, env: { DOCKER_CONTEXT: "odd" } }), /names no engine/);
      });
    }

    for (const config of ["{", "[]", "null", '"text"', '{"currentContext": 7}']) {
      it(`says that a config.json of ${config} cannot be read`, () => {
        assert.match(problemOf({ files: { [`${folder}/config.json`]: config } }), /config\.json cannot be read/);
      });
    }

    for (const config of ["", "{}", '{"currentContext": ""}', '{"currentContext": "default"}']) {
      it(`takes the default socket with a config.json of ${config || "nothing"}`, () => {
        const endpoint = endpointOf({
          files: { [`${folder}/config.json`]: config },
          sockets: ["/var/run/docker.sock"],
        });
        assert.equal(endpoint.host, "unix:///var/run/docker.sock");
        assert.deepEqual(endpoint.cliEnv, {});
      });
    }
  });

  describe("sockets", () => {
    const XDG_RUNTIME_DIR = "/run/user/1000";
    const sockets: readonly [platform: NodeJS.Platform, path: string, words: RegExp][] = [
      ["linux", "/home/ada/.docker/desktop/docker.sock", /Docker Desktop/],
      ["darwin", "/home/ada/.docker/run/docker.sock", /Docker Desktop/],
      ["darwin", "/home/ada/.colima/default/docker.sock", /Colima/],
      ["darwin", "/home/ada/.rd/docker.sock", /Rancher Desktop/],
      ["linux", "/run/user/1000/docker.sock", /rootless/],
      ["linux", "/run/user/1000/podman/podman.sock", /Podman/],
      ["linux", "/run/podman/podman.sock", /Podman/],
      ["win32", "//./pipe/podman-machine-default", /Podman/],
    ];
    for (const [platform, path, words] of sockets) {
      it(`takes ${path} where the default is absent, and leads the command line there`, () => {
        const endpoint = endpointOf({ platform, env: { XDG_RUNTIME_DIR }, sockets: [path] });
        assert.deepEqual(endpoint.transport, { kind: "socket", path });
        assert.match(endpoint.from, words);
        assert.equal(endpoint.cliEnv.DOCKER_HOST, platform === "win32" ? `npipe://${path}` : `unix://${path}`);
      });
    }

    it("takes the default where it is there, whatever else is", () => {
      const endpoint = endpointOf({ sockets: ["/home/ada/.colima/default/docker.sock", "/var/run/docker.sock"] });
      assert.equal(endpoint.host, "unix:///var/run/docker.sock");
    });

    it("names the default where there is nothing, on each system", () => {
      assert.equal(endpointOf({}).host, "unix:///var/run/docker.sock");
      assert.equal(endpointOf({ platform: "win32" }).host, "npipe:////./pipe/docker_engine");
    });

    it("does without a home folder", () => {
      assert.equal(endpointOf({ homedir: "" }).host, "unix:///var/run/docker.sock");
    });
  });
});
