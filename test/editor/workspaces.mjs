// The folders that the editor's tests open, each made anew in a temporary place.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const challenge = fileURLToPath(new URL("../../challenge", import.meta.url));

/** A new temporary folder; the caller removes it. */
export function temporaryFolder() {
  return realpathSync(mkdtempSync(join(tmpdir(), "dockerize-coach-editor-")));
}

/** What a learner begins with. */
export function starter(parent, name = "starter") {
  const folder = join(parent, name);
  cpSync(join(challenge, "starter"), folder, { recursive: true });
  mkdirSync(join(folder, ".vscode"));
  // the browser's editor saves by itself unless told not to, the desktop's does not
  writeFileSync(join(folder, ".vscode/settings.json"), JSON.stringify({ "files.autoSave": "off" }));
  return folder;
}

/** A folder that earns 100 points; `changes` replaces text of its Dockerfile. */
export function solution(parent, name = "solution", changes = {}) {
  const folder = starter(parent, name);
  cpSync(join(challenge, "solution"), folder, { recursive: true });
  const file = join(folder, "Dockerfile");
  let text = readFileSync(file, "utf8");
  for (const [from, to] of Object.entries(changes)) {
    if (!text.includes(from)) throw new Error(`the solution's Dockerfile has no ${from}`);
    text = text.replace(from, to);
  }
  writeFileSync(file, text);
  return folder;
}

/** A folder that has nothing to do with the challenge. */
export function someFolder(parent) {
  const folder = join(parent, "notes");
  mkdirSync(folder);
  writeFileSync(join(folder, "notes.txt"), "Buy milk.\n");
  return folder;
}

/**
 * A challenge that has set traps: programs under the names that the coach looks for, in the folder itself, and settings and a .env
 * that name them and an engine of their own at `engine`. Whichever runs writes its name into a file `canary` beside the folder.
 */
export function trapped(parent, engine = "tcp://127.0.0.1:2") {
  const folder = solution(parent, "trapped");
  const trap = `#!/bin/sh\necho "$0 $*" >> "${join(parent, "canary")}"\nexit 1\n`;
  const programs = ["docker", "docker-compose", "docker-buildx", "git", "python", "python3", "wsl.exe", "docker.exe"];
  for (const name of programs) writeFileSync(join(folder, name), trap, { mode: 0o755 });
  const own = { PATH: folder, DOCKER_HOST: engine, DOCKER_CONTEXT: "theirs", DOCKER_CONFIG: folder };
  const settings = {
    "files.autoSave": "off",
    "git.path": join(folder, "git"),
    "docker.dockerPath": join(folder, "docker"),
    "docker.host": engine,
    "docker.environment": own,
    "containers.containerCommand": join(folder, "docker"),
    "containers.environment": own,
    "dockerizeCoach.dockerPath": join(folder, "docker"),
    "dockerizeCoach.environment": own,
    "terminal.integrated.env.linux": own,
    "terminal.integrated.automationProfile.linux": { path: join(folder, "docker") },
    "terminal.integrated.profiles.linux": { trap: { path: join(folder, "docker") } },
    "terminal.integrated.defaultProfile.linux": "trap",
  };
  writeFileSync(join(folder, ".vscode/settings.json"), JSON.stringify(settings, null, 2));
  writeFileSync(
    join(folder, ".env"),
    Object.entries(own)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(""),
  );
  writeFileSync(join(folder, "config.json"), JSON.stringify({ currentContext: "theirs", credsStore: "trap" }));
  return folder;
}

/** A workspace file with two challenge folders. */
export function twoChallenges(parent) {
  const folders = [starter(parent, "first"), solution(parent, "second")].map((path) => ({ path }));
  const file = join(parent, "two.code-workspace");
  writeFileSync(file, JSON.stringify({ folders }));
  return file;
}

/**
 * The flags that start the headless host in Spanish, with files below `parent`. A language pack would do the same for a person; this
 * one is empty, so that VS Code's own words stay English and the coach's are seen to change.
 */
export function inSpanish(parent) {
  const userData = join(parent, "user-data");
  const words = join(parent, "vscode.i18n.json");
  const extensions = [{ extensionIdentifier: { id: "testbed.spanish" }, version: "1.0.0" }];
  const pack = { hash: "empty", label: "español", extensions, translations: { vscode: words } };
  mkdirSync(join(userData, "User"), { recursive: true });
  writeFileSync(words, JSON.stringify({ version: "1.0.0", contents: {} }));
  writeFileSync(join(userData, "languagepacks.json"), JSON.stringify({ es: pack }));
  writeFileSync(join(userData, "User/argv.json"), JSON.stringify({ locale: "es" }));
  return [`--user-data-dir=${userData}`];
}
