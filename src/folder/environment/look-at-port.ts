import http from "node:http";
import net from "node:net";
import type { MachineFacts, PortFacts } from "../../core/environment/machine-facts";
import { portHolder } from "../tasks/port-holder";
import { askProgram, type AskOptions } from "./ask-program";

const LIMIT_MS = 2_000;

/**
 * Who holds a port of this machine. @param containers published port → the container's name
 */
export async function lookAtPort(
  port: number,
  system: MachineFacts["system"],
  containers: ReadonlyMap<number, string>,
  options: AskOptions,
): Promise<PortFacts> {
  const container = containers.get(port);
  if (container !== undefined) return { state: "container", holder: container };
  const isHeld = await portHolder(port);
  const refusal = isHeld ? undefined : await refusalToListen(port);
  if (!isHeld && refusal === undefined) return { state: "free" };
  // Windows keeps whole ranges for itself: nobody answers there, and nobody may listen.
  if (!isHeld && system === "windows" && refusal === "EACCES") return { state: "reserved" };
  if (isHeld && system === "mac" && (await isAirPlay(port))) return { state: "airplay" };
  const holder = await programAt(port, system, options);
  return { state: "held", ...(holder !== undefined && { holder }) };
}

function refusalToListen(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "error"));
    server.listen({ host: "127.0.0.1", port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

function isAirPlay(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = http.get({ host: "127.0.0.1", port, path: "/", timeout: LIMIT_MS, agent: false }, (answer) => {
      answer.resume();
      resolve(/AirTunes/i.test(String(answer.headers.server)));
    });
    request.once("timeout", () => request.destroy());
    request.once("error", () => resolve(false));
  });
}

async function programAt(
  port: number,
  system: MachineFacts["system"],
  options: AskOptions,
): Promise<string | undefined> {
  if (system === "windows") {
    const line = ((await askProgram("netstat", ["-ano", "-p", "TCP"], options)) ?? "")
      .split("\n")
      .find((one) => new RegExp(`:${port}\\s.*LISTENING`).test(one));
    const pid = /(\d+)\s*$/.exec(line ?? "")?.[1];
    const task =
      pid === undefined
        ? undefined
        : await askProgram("tasklist", ["/FI", `PID eq ${pid}`, "/FO", "CSV", "/NH"], options);
    return /^"([^"]+)"/m.exec(task ?? "")?.[1];
  }
  const lsof = await askProgram("lsof", ["-nP", `-iTCP:${port}`, "-sTCP:LISTEN", "-Fc"], options);
  const name = /^c(.+)$/m.exec(lsof ?? "")?.[1];
  if (name !== undefined || system === "mac") return name;
  const ss = await askProgram("ss", ["-Hltnp", `sport = :${port}`], options);
  return /users:\(\("([^"]+)"/.exec(ss ?? "")?.[1];
}
