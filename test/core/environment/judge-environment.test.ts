import assert from "node:assert/strict";
import {
  ENVIRONMENT_ITEM_IDS,
  type EnvironmentItemId,
  type EnvironmentResult,
} from "../../../src/core/environment/environment-report";
import { ENVIRONMENT_ITEMS, judgeEnvironment } from "../../../src/core/environment/judge-environment";
import type { MachineFacts } from "../../../src/core/environment/machine-facts";

const GOOD: MachineFacts = {
  system: "linux",
  isWsl: false,
  arch: "x64",
  dockerProgram: "/usr/bin/docker",
  client: { version: "29.0.0", apiVersion: "1.52" },
  engine: { answers: true, version: "29.0.0", apiVersion: "1.52", minApiVersion: "1.44", arch: "x86_64" },
  buildx: "0.30.0",
  compose: "5.0.0",
  hasOldCompose: false,
  helloWorld: { greeted: true, detail: "" },
  freeBytes: 50e9,
  images: { "python:3.11": true },
  python: { program: "python3", version: "3.11.9", hasVenv: true },
  git: "2.50.0",
  ports: { 5000: { state: "free" }, 6379: { state: "free" } },
};
const WINDOWS: MachineFacts = { ...GOOD, system: "windows", wsl: "2.4.13", virtualisation: true };
const OFF = { answers: false, reason: "not-running", detail: "Docker is not running.", next: "Start it." } as const;

function look(facts: MachineFacts, id: EnvironmentItemId): EnvironmentResult {
  const found = judgeEnvironment(facts).find((item) => item.id === id);
  assert.ok(found, `nothing was said of ${id}`);
  return found;
}

describe("the environment check", () => {
  it("knows every item, each once", () => {
    assert.deepEqual(ENVIRONMENT_ITEMS.map(({ id }) => id).sort(), [...ENVIRONMENT_ITEM_IDS].sort());
  });

  it("finds nothing on a machine that has everything", () => {
    for (const facts of [GOOD, WINDOWS, { ...GOOD, system: "mac" as const }]) {
      assert.deepEqual(
        judgeEnvironment(facts).filter(({ status }) => status !== "ok"),
        [],
      );
    }
  });

  it("speaks of WSL and virtualisation on Windows only", () => {
    assert.ok(!judgeEnvironment(GOOD).some(({ id }) => id === "wsl" || id === "virtualisation"));
    assert.equal(look(WINDOWS, "wsl").status, "ok");
  });

  it("says why and what to do about everything that is not as it should be", () => {
    const bad: MachineFacts = {
      system: "linux",
      isWsl: false,
      arch: "x64",
      engine: OFF,
      hasOldCompose: true,
      ports: {},
    };
    for (const { id, status, observed, next } of judgeEnvironment(bad)) {
      assert.ok(observed.length > 10, id);
      if (status === "problem") assert.ok(next, id);
    }
  });

  const problems: readonly (readonly [string, MachineFacts, EnvironmentItemId, EnvironmentResult["status"], RegExp])[] =
    [
      ["no docker on a Mac", { ...without("dockerProgram"), system: "mac" }, "docker-installed", "problem", /chip/],
      ["an engine that is off", { ...GOOD, engine: OFF }, "engine-answers", "problem", /Start it/],
      [
        "no permission on Linux",
        { ...GOOD, engine: { ...OFF, reason: "no-permission" } },
        "permission",
        "problem",
        /restart VS Code fully/,
      ],
      [
        "a client too old for the engine",
        { ...GOOD, client: { version: "24.0.7", apiVersion: "1.43" } },
        "versions",
        "problem",
        /Update/,
      ],
      ["no buildx", without("buildx"), "buildkit", "note", /docker-buildx/],
      [
        "only docker-compose version 1",
        { ...without("compose"), hasOldCompose: true },
        "compose",
        "problem",
        /docker-compose-plugin/,
      ],
      [
        "hello-world that does not run",
        { ...GOOD, helloWorld: { greeted: false, detail: "no network" } },
        "hello-world",
        "problem",
        /network/,
      ],
      ["a full disk", { ...GOOD, freeBytes: 1e9 }, "disk-space", "problem", /docker system df/],
      [
        "a missing base image",
        { ...GOOD, images: { "python:3.11": false } },
        "base-images",
        "note",
        /Prepare for Offline/,
      ],
      ["no Python", without("python"), "python", "note", /python3/],
      [
        "a Debian Python without venv",
        { ...GOOD, python: { program: "python3", version: "3.11.2", hasVenv: false } },
        "python",
        "note",
        /python3-venv/,
      ],
      ["no git", without("git"), "git", "note", /git/],
      [
        "AirPlay on port 5000",
        { ...GOOD, system: "mac", ports: { 5000: { state: "airplay" } } },
        "port-5000",
        "problem",
        /AirDrop & Handoff/,
      ],
      [
        "a program on port 5000",
        { ...GOOD, ports: { 5000: { state: "held", holder: "python" } } },
        "port-5000",
        "problem",
        /5001/,
      ],
      [
        "a container on port 6379",
        { ...GOOD, ports: { 6379: { state: "container", holder: "redis" } } },
        "port-6379",
        "note",
        /docker stop redis/,
      ],
      [
        "a port that Windows keeps",
        { ...WINDOWS, ports: { 5000: { state: "reserved" } } },
        "port-5000",
        "problem",
        /excludedportrange/,
      ],
      ["an old WSL", { ...WINDOWS, wsl: "2.0.9" }, "wsl", "problem", /wsl --update/],
      ["no WSL", { ...WINDOWS, wsl: "" }, "wsl", "problem", /wsl --install/],
      ["virtualisation off", { ...WINDOWS, virtualisation: false }, "virtualisation", "problem", /BIOS/],
      ["an engine on another processor", { ...GOOD, arch: "arm64" }, "architecture", "note", /--platform/],
    ];
  for (const [what, facts, id, status, next] of problems) {
    it(`sees ${what}, and says what to do`, () => {
      const found = look(facts, id);
      assert.equal(found.status, status);
      assert.match(found.next ?? "", next);
      assert.ok(found.why, "it does not say why it matters");
    });
  }
});

function without(key: keyof MachineFacts): MachineFacts {
  const { [key]: _, ...rest } = GOOD;
  return rest as MachineFacts;
}
