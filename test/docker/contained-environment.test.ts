import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { containedEnvironment, containedSettings } from "../../src/docker/enclosure/contained-environment";
import { thisMachine } from "../../src/docker/endpoint/this-machine";
import { tempFolder } from "../support/temp-folder";
import { docker } from "../support/docker";
import { withFolder } from "./graded-folder";

const SETTINGS = {
  currentContext: "classroom",
  auths: { "registry.example": { auth: "dGVhY2hlcjpzZWNyZXQ=" } },
  credsStore: "desktop",
  HttpHeaders: { "X-Token": "secret" },
  aliases: { builder: "buildx" },
  proxies: {
    default: { httpProxy: "http://proxy.example:3128", httpsProxy: "http://teacher:secret@proxy.example:3128" },
  },
};

describe("docker's own settings in an untrusted run", () => {
  it("have no password of a registry or a proxy, and lead to the same engine", () => {
    const kept = JSON.stringify(containedSettings(JSON.stringify(SETTINGS), "/home/teacher/.docker"));
    assert.deepEqual(JSON.parse(kept), {
      currentContext: "classroom",
      cliPluginsExtraDirs: ["/home/teacher/.docker/cli-plugins"],
      proxies: { default: { httpProxy: "http://proxy.example:3128" } },
    });
  });

  it("count as empty where they cannot be read", () => {
    for (const text of [undefined, "", "{", "[]", "null", '"text"'])
      assert.deepEqual(containedSettings(text, "/d").proxies, undefined, String(text));
  });

  it("are the run's own, with the contexts of its user, and nothing else of the environment", async () => {
    using home = tempFolder();
    mkdirSync(path.join(home.path, ".docker", "contexts", "meta"), { recursive: true });
    writeFileSync(path.join(home.path, ".docker", "config.json"), JSON.stringify(SETTINGS));
    writeFileSync(path.join(home.path, ".docker", "contexts", "meta", "classroom"), "{}");
    await withFolder({}, async ({ context: { session } }) => {
      const mine = { HOME: home.path, PATH: "/usr/bin", AWS_SECRET_ACCESS_KEY: "secret", BUILDX_BUILDER: "theirs" };
      const env = await containedEnvironment(thisMachine(mine), session);
      const { DOCKER_CONFIG: own = "", ...others } = env;
      assert.ok(own !== "" && !own.startsWith(home.path), own);
      assert.ok(!readFileSync(path.join(own, "config.json"), "utf8").includes("secret"));
      assert.ok(existsSync(path.join(own, "contexts", "meta", "classroom")));
      const given = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined));
      assert.deepEqual(given, { HOME: home.path, PATH: "/usr/bin" });
    });
  });

  it("let the same engine, Compose and buildx be used", async () => {
    await withFolder(
      {},
      async ({ context: { cli, docker: engine } }) => {
        const said = async (...words: string[]) => (await cli.run(words, { timeoutMs: 30_000 })).stdout.trim();
        const { ID } = (await engine.info()) as { readonly ID: string };
        assert.equal(await said("info", "--format", "{{.ID}}"), ID);
        assert.equal(await said("compose", "version", "--short"), await docker("compose", "version", "--short"));
        assert.match(await said("buildx", "inspect"), /Driver: +docker\b/);
      },
      { containment: { buildNetwork: "open" } },
    );
  });
});
