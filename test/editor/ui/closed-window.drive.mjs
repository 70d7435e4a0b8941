import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { session } from "./session.mjs";
import { openView, palette, statusIs, statusItem, until } from "./workbench.mjs";

describe("a window that is closed in the middle of a run", () => {
  let host;
  const first = { url: undefined };

  it("has something in the engine at that moment", async () => {
    await statusItem().waitFor({ timeout: 60_000 });
    await openView();
    await palette("Run Challenge Checks");
    host = await until("a container of the run is there", () => madeByUs("ps", "--all")[0]?.pid, 90_000);
  });

  it("takes its extension host, and every program that the run has started, along", async () => {
    first.url = session.page.url();
    const context = session.page.context();
    // the next window is opened first: with no window at all, the headless editor would take itself for ended
    const next = await context.newPage();
    await session.page.close({ runBeforeUnload: true });
    session.page = next;
    next.setDefaultTimeout(20_000);
    await until("the extension host is gone", () => !isAlive(host), 60_000);
    await until("no docker program is left", () => programsOfOurs(/^docker/).length === 0, 30_000);
  });

  it("leaves nothing behind after the next run", async () => {
    await session.page.goto(first.url, { waitUntil: "domcontentloaded" });
    await statusItem().waitFor({ timeout: 90_000 });
    await openView();
    await palette("Run Challenge Checks");
    await statusIs("Dockerize Coach 100/100", 170_000);
    const left = ["ps --all", "images", "network ls", "volume ls"].flatMap((list) => {
      return madeBy(host, ...list.split(" "));
    });
    assert.deepEqual(left, []);
  });
});

/** What the engine lists with the label of a run of this very window: its host has the drive's own environment. */
function madeByUs(...list) {
  return labelled(...list).filter(({ pid }) => environmentOf(pid).includes(process.env.UI_JSON));
}

/** By its host's number alone, which is gone by then. */
function madeBy(pid, ...list) {
  const ids = docker(...list, "--quiet", "--filter", `label=dockerize-coach.pid=${pid}`);
  return ids.map((id) => `${list[0]} ${id}`);
}

function labelled(...list) {
  const lines = docker(
    ...list,
    "--filter",
    "label=dockerize-coach.session",
    "--format",
    '{{.ID}} {{.Label "dockerize-coach.pid"}}',
  );
  return lines.map((line) => ({ id: line.split(" ")[0], pid: Number(line.split(" ")[1]) }));
}

function docker(...words) {
  return execFileSync("docker", words, { encoding: "utf8" }).split("\n").filter(Boolean);
}

/** Programs with such a name that some window of this drive has started. */
function programsOfOurs(name) {
  const pids = readdirSync("/proc").filter((entry) => /^\d+$/.test(entry) && Number(entry) !== process.pid);
  return pids.filter((pid) => name.test(nameOf(pid)) && environmentOf(pid).includes(process.env.UI_JSON));
}

function nameOf(pid) {
  return read(`/proc/${pid}/comm`);
}

function environmentOf(pid) {
  return (
    read(`/proc/${pid}/environ`)
      .split("\0")
      .find((entry) => entry.startsWith("UI_JSON=")) ?? ""
  );
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
