import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { hostPaths } from "./versions.mjs";

const LISTENING = /Extension host agent listening on (\d+)/;
const HOST_BEGAN = /Launched Extension Host Process/;
const HOST_ENDED = /Extension Host Process exited with code: (\S+), signal: (\S+?)[.\s]/;
/** Variables of an editor around us, which would make this one believe that it is part of that one. */
const FOREIGN = /^(ELECTRON_|NODE_OPTIONS$|VSCODE_(?!HEADLESS_))/;

/**
 * VS Code's server on a free port of this machine. Resolves to { port, stop }; `onEnd` is told, once, why the server
 * or its extension host ended before it was asked to.
 */
export async function startServer({ folder, userData, extensionsFolder, trust, env, log, onEnd, reaper }) {
  const { node, serverMain } = hostPaths();
  const kept = Object.entries({ ...process.env, ...env }).filter(([name]) => !FOREIGN.test(name));
  const server = spawn(node, [serverMain, ...flags(folder, userData, extensionsFolder, trust)], {
    cwd: folder,
    env: Object.fromEntries(kept),
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let asked = false;
  let withoutHost;
  const ended = (reason) => asked || onEnd(reason);
  if (server.pid) reaper.watch(server.pid);
  server.on("error", (error) => ended(`VS Code's server did not start: ${error.message}`));
  server.on("exit", (code, signal) => ended(`VS Code's server ended early (${signal ?? code})`));
  const port = await new Promise((resolve, reject) => {
    server.once("exit", () => reject(new Error("VS Code's server did not start")));
    for (const stream of [server.stdout, server.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        log("server", text);
        const listening = LISTENING.exec(text);
        if (listening) resolve(Number(listening[1]));
        const host = HOST_ENDED.exec(text);
        if (HOST_BEGAN.test(text)) clearTimeout(withoutHost);
        if (!host) return;
        // A suite that is done ends the host as well: its result is then already on its way. So does a window that
        // opens a folder in its own place: another host begins then.
        withoutHost = setTimeout(() => ended(`The extension host ended (code ${host[1]}, ${host[2]})`), 10_000).unref();
      });
    }
  });
  const stop = () => {
    asked = true;
    return endGroup(server);
  };
  return { port, stop };
}

function flags(folder, userData, extensionsFolder, trust) {
  return [
    ...["--host", "127.0.0.1", "--port", "0", "--without-connection-token", "--accept-server-license-terms"],
    ...["--enable-smoke-test-driver", "--telemetry-level", "off", "--disable-telemetry", "--force-disable-user-env"],
    ...["--server-data-dir", join(folder, "server"), "--user-data-dir", userData, "--extensions-dir", extensionsFolder],
    ...(trust ? [] : ["--disable-workspace-trust"]),
  ];
}

/** Ends a detached process with everything it started: asked first, made to after 5 seconds. */
async function endGroup(leader) {
  const gone = leader.exitCode === null && leader.signalCode === null ? once(leader, "exit") : Promise.resolve();
  signalGroup(leader.pid, "SIGTERM");
  await Promise.race([gone, delay(5000)]);
  signalGroup(leader.pid, "SIGKILL");
  await gone;
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // nobody is left in the group
  }
}
